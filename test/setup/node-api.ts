/** On an older Node-API better-sqlite3 ends the process without a word, so it gets one here. */
export function setup(): void {
  if (Number(process.versions.napi) < 10) {
    throw new Error(`Testene trenger Node 24 (dette er ${process.version}). Kjør «npm test», som finner den selv.`);
  }
}

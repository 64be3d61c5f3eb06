import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The program speaks of Norwegian days whatever the machine's clock is set to: a zone in which it is still yesterday
// for half of Norway's office hours shows whoever reads the machine's.
process.env.TZ = 'Pacific/Pago_Pago';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../', import.meta.url)),
    // better-sqlite3 is a native addon: a process of its own for every file, not a thread.
    pool: 'forks',
    globalSetup: ['test/setup/node-api.ts'],
    setupFiles: ['test/setup/loopback-only.ts'],
    testTimeout: 30_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['test/**/*.test.ts'], exclude: ['test/browser/**', 'test/mail-server/**'] },
      },
      {
        extends: true,
        test: {
          name: 'mail-server',
          include: ['test/mail-server/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});

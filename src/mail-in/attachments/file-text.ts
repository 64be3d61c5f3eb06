/** What was read of a file. */
export interface FileText {
  text: string;
  /** ocr: a machine read it from a picture, and single letters may be wrong. */
  by: 'text' | 'ocr';
  /** What of it was not read, in Norwegian for the adviser; null when all of it was. */
  problem: string | null;
  /** How many pages the machine read. */
  scanned: number;
}

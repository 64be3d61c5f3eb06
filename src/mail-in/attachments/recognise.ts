import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import Tesseract from 'tesseract.js';
import { MAX_RECOGNITION_CPU_MS } from '../mail-limits.ts';
import type { TextLine } from './text-line.ts';

/** What was recognised in a picture, and how sure the machine is of it. */
export interface Recognised {
  lines: TextLine[];
  /** 0–100, tesseract's own: of clear print 90 and more, of a page on its head 30. */
  sureness: number;
}

/** The language data lies in a package: nothing is fetched. This one is the newer and smaller of its two models. */
const LANGUAGE = join(dirname(findPackageJSON('@tesseract.js-data/nor', import.meta.url) ?? '.'), '4.0.0_best_int');

let recogniser: Promise<Tesseract.Worker> | null = null;

/** How often the processor's time is looked at. */
const LOOK_MS = 100;

/**
 * Reads a picture (PNG, JPEG, PGM) in Norwegian. The machine is started with the first one and kept.
 * @param maxCpuMs milliseconds of the processor that it may take. The program's: its other work meanwhile counts too
 * @returns null when it took longer and was ended
 */
export async function recognise(picture: Uint8Array, maxCpuMs = MAX_RECOGNITION_CPU_MS): Promise<Recognised | null> {
  recogniser ??= Tesseract.createWorker('nor', Tesseract.OEM.LSTM_ONLY, {
    langPath: LANGUAGE,
    gzip: true,
    cacheMethod: 'none',
    // Without a handler it would throw from nowhere.
    errorHandler: () => undefined,
  });
  const started = await recogniser.catch(error => {
    recogniser = null;
    throw error;
  });
  // Put straight first: paper lies askew in scanners.
  const reading = started.recognize(Buffer.from(picture), { rotateAuto: true }, { blocks: true, text: false });
  const answer = await withinCpu(reading, maxCpuMs);
  if (answer === null) {
    recogniser = null;
    await started.terminate();
    return null;
  }
  const { data } = answer;
  const lines = (data.blocks ?? []).flatMap(block => block.paragraphs.flatMap(({ lines }) => lines));
  return {
    lines: lines.map(({ text, bbox, baseline, rowAttributes }) => ({
      text: text.trim(),
      left: bbox.x0,
      right: bbox.x1,
      y: -baseline.y0,
      // The box alone depends on which letters hang below the line.
      height: Math.max(1, rowAttributes.rowHeight),
      font: '',
    })),
    sureness: data.confidence,
  };
}

/** The outcome of work; null once the program has used so many milliseconds of the processor. The clock would be unfair on a machine that others use. */
async function withinCpu<Result>(work: Promise<Result>, most: number): Promise<Result | null> {
  const before = process.cpuUsage();
  let look: NodeJS.Timeout | undefined;
  const spent = new Promise<null>(stop => {
    look = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 > most) stop(null);
    }, LOOK_MS);
  });
  return Promise.race([work, spent]).finally(() => clearInterval(look));
}

import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import { osloDate } from '../calendar/oslo-time.ts';
import { remembered } from '../remembered.ts';

/** The day it is in Norway at that moment: those of our letters and of the mail at hand are asked for with every mail. */
export const osloDay: (instant: Instant) => IsoDate = remembered(osloDate, 200);

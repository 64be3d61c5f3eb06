import { remembered } from '../remembered.ts';
import { fold } from './fold.ts';

/** `fold` of a name of the register: all of them, several times Norway's at the most, are looked for in every mail. */
export const foldedName: (name: string) => string = remembered(fold, 2000);

import type { AddCommand } from './cli.ts';

/** All commands, in the order in which the help shows them. */
export const COMMANDS: readonly AddCommand[] = [];

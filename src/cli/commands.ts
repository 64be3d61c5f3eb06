import type { AddCommand } from './cli.ts';
import { addApprove } from './commands/approve.ts';
import { addContributions } from './commands/contributions.ts';
import { addDeliver } from './commands/deliver.ts';
import { addDemo } from './commands/demo.ts';
import { addInit } from './commands/init.ts';
import { addReceive } from './commands/receive.ts';
import { addRemind } from './commands/remind.ts';
import { addReview } from './commands/review.ts';
import { addRound } from './commands/round.ts';
import { addShow } from './commands/show.ts';
import { addStatus } from './commands/status.ts';

/** All commands, in the order in which the help shows them. */
export const COMMANDS: readonly AddCommand[] = [
  addInit,
  addReceive,
  addReview,
  addStatus,
  addShow,
  addRemind,
  addRound,
  addApprove,
  addDeliver,
  addContributions,
  addDemo,
];

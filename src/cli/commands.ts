import type { AddCommand } from './cli.ts';
import { addAnalyse } from './commands/analyse.ts';
import { addAnswer } from './commands/answer.ts';
import { addApprove } from './commands/approve.ts';
import { addBackup } from './commands/backup.ts';
import { addCampaignAdd } from './commands/campaign-add.ts';
import { addCampaignCheck } from './commands/campaign-check.ts';
import { addCampaignClose } from './commands/campaign-close.ts';
import { addCampaignNew } from './commands/campaign-new.ts';
import { addCampaignSend } from './commands/campaign-send.ts';
import { addCampaignWithdraw } from './commands/campaign-withdraw.ts';
import { addContact } from './commands/contact.ts';
import { addContributions } from './commands/contributions.ts';
import { addCorpusAdd } from './commands/corpus-add.ts';
import { addDeliver } from './commands/deliver.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addDrop } from './commands/drop.ts';
import { addExtend } from './commands/extend.ts';
import { addHold } from './commands/hold.ts';
import { addImportSent } from './commands/import-sent.ts';
import { addInit } from './commands/init.ts';
import { addReceive } from './commands/receive.ts';
import { addRedDayCommand } from './commands/red-day.ts';
import { addRelease } from './commands/release.ts';
import { addRemind } from './commands/remind.ts';
import { addReread } from './commands/reread.ts';
import { addRestore } from './commands/restore.ts';
import { addReview } from './commands/review.ts';
import { addRound } from './commands/round.ts';
import { addSettle } from './commands/settle.ts';
import { addSettleLetter } from './commands/settle-letter.ts';
import { addShow } from './commands/show.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addUndo } from './commands/undo.ts';

/** All commands, in the order in which the help shows them. */
export const COMMANDS: readonly AddCommand[] = [
  addInit,
  addStart,
  addCampaignNew,
  addCampaignCheck,
  addCampaignSend,
  addCampaignAdd,
  addCampaignWithdraw,
  addCampaignClose,
  addImportSent,
  addReceive,
  addReview,
  addSettle,
  addAnswer,
  addExtend,
  addRedDayCommand,
  addContact,
  addUndo,
  addStatus,
  addShow,
  addRemind,
  addRound,
  addApprove,
  addDrop,
  addDeliver,
  addSettleLetter,
  addHold,
  addRelease,
  addContributions,
  addAnalyse,
  addReread,
  addCorpusAdd,
  addBackup,
  addRestore,
  addDoctor,
  addDemo,
];

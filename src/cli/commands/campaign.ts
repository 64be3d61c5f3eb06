import type { Command } from 'commander';

/** `purrebot campaign …`: the parent of the commands for one request to many municipalities; made once. */
export function campaignCommand(program: Command): Command {
  const there = program.commands.find(one => one.name() === 'campaign');
  return there ?? program.command('campaign').description('lager, sjekker, sender og endrer henvendelser');
}

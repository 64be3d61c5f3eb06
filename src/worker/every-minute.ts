import { schedule } from 'node-cron';

/**
 * Calls back at each whole minute, in UTC: in a zone with summer time an hour of ticks would be lost (reliability.md
 * finding 5). The tick says only «look now»; what is due stands in the register.
 */
export function everyMinute(tick: () => Promise<void>): { stop(): Promise<void> } {
  const task = schedule('* * * * *', tick, { timezone: 'Etc/UTC', noOverlap: false, name: 'tick' });
  return {
    async stop() {
      await task.destroy();
    },
  };
}

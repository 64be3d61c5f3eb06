import { schedule } from 'node-cron';

/** Milliseconds without a tick after which the watchdog makes one. */
const TOO_LONG = 90_000;

/**
 * Calls back at each whole minute, in UTC: in a zone with summer time an hour of ticks would be lost (reliability.md
 * finding 5). The tick says only «look now»; what is due stands in the register. When the clock is set back, node-cron waits
 * until the old time comes again, be it days (reliability.md §6.5): a watchdog that counts seconds ticks meanwhile.
 */
export function everyMinute(tick: () => Promise<void>): { stop(): Promise<void> } {
  let last = performance.now();
  const ticked = () => {
    last = performance.now();
    return tick();
  };
  const task = schedule('* * * * *', ticked, { timezone: 'Etc/UTC', noOverlap: false, name: 'tick' });
  const watchdog = setInterval(() => {
    if (performance.now() - last > TOO_LONG) void ticked();
  }, TOO_LONG / 6);
  return {
    async stop() {
      clearInterval(watchdog);
      await task.destroy();
    },
  };
}

import { addDays, isIsoDate } from '../../rules/calendar/add-days.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { leaveNotice } from '../frame/notice.ts';
import { fullMoment } from '../frame/written-moment.ts';
import type { WebApp } from '../web-app.ts';
import type { DemoDoor, WebWorld } from '../web-world.ts';

/** The clock of the demo: the day before, a day, or what comes next. */
export function addDemo(app: WebApp, world: WebWorld, demo: DemoDoor): void {
  app.post('/demo', async c => {
    const { steg, dato } = await c.req.parseBody();
    const before = world.now();
    if (steg === 'neste') await demo.stepOn();
    else {
      const wanted = steg === 'forrige' ? addDays(osloDate(before), -1) : String(dato ?? '');
      if (isIsoDate(wanted)) await demo.turnTo(within(wanted, demo));
    }
    const at = world.now();
    const again = at < before ? ' Historien er spilt på nytt dit, så det du gjorde i demoen, er borte.' : '';
    leaveNotice(world, c.get('person'), { color: 'info', words: `Nå er det ${lower(fullMoment(at))}.${again}` });
    return c.redirect('/', 303);
  });
}

function within(day: string, { first, last }: DemoDoor): string {
  if (day < first) return first;
  return day > last ? last : day;
}

function lower(words: string): string {
  return `${words[0]!.toLowerCase()}${words.slice(1)}`;
}

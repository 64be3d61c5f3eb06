import type { Context } from 'hono';
import type { Refused } from '../../jobs/act.ts';
import { approveLetters, dropLetters, lettersToApprove, postponeLetters } from '../../jobs/decide-letters.ts';
import { startSendingAgain, stopSending } from '../../jobs/stop-sending.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { dayOf, textOf } from '../case/answer-fields.ts';
import { leaveNotice, type Notice } from '../frame/notice.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { listMark } from './letter-rows.ts';

/** Approve, stop, hold back; stop everything and start again. A list that changed since it was shown is shown again first. */
export function addLetterActs(app: WebApp, world: WebWorld): void {
  const { register } = world;
  const back = (c: Context, notice: Notice) => {
    leaveNotice(world, c.get('person'), notice);
    return c.redirect('/brev', 303);
  };
  app.post('/brev', needs(world, 'decide'), async c => {
    const form = await c.req.parseBody({ all: true });
    // Stopping is safe whatever has changed; a letter that she has not seen must not leave.
    const isChanged = textOf(form, 'liste') !== listMark(world);
    const what = textOf(form, 'gjor');
    if (isChanged && what !== 'stopp')
      return back(c, {
        color: 'warning',
        words: 'Lista er endret siden du så den. Ingenting er gjort. Se over den, og velg på nytt.',
      });
    const ids = [form.brev ?? []].flat().map(Number).filter(Number.isInteger);
    if (ids.length === 0) return back(c, { color: 'warning', words: 'Ingen brev er valgt. Ingenting er gjort.' });
    const act = { by: c.get('person').actsAs, at: world.now() };
    const count = `${ids.length} brev`;
    const say = (result: object | Refused, words: string): Notice =>
      'refused' in result ? { color: 'warning', words: String(result.refused) } : { color: 'success', words };
    const until = dayOf(form, 'til');
    switch (what) {
      case 'godkjenn': {
        const toApprove = new Set(lettersToApprove(register).map(one => one.id));
        const waiting = ids.filter(id => toApprove.has(id));
        const result = approveLetters(register, waiting, act);
        world.nudge();
        return back(
          c,
          say(
            result,
            `${waiting.length} brev er godkjent. De går når tiden er inne, etter en siste sjekk av postkassa.`,
          ),
        );
      }
      case 'stopp':
        return back(c, say(dropLetters(register, ids, act), `${count} er stoppet og går ikke.`));
      case 'hold':
        if (until === null)
          return back(c, {
            color: 'warning',
            words: 'Hold tilbake til: ventet en dag, fant ingen. Ingenting er endret.',
          });
        return back(
          c,
          say(postponeLetters(register, ids, until, act), `${count} holdes tilbake til ${shortDate(until)}.`),
        );
      default:
        return back(c, { color: 'warning', words: 'Velg hva som skal gjøres. Ingenting er gjort.' });
    }
  });
  app.post('/brev/nodstopp', needs(world, 'decide'), c => {
    stopSending(register, '', { by: c.get('person').actsAs, at: world.now() });
    return c.redirect('/brev', 303);
  });
  app.post('/brev/start-igjen', needs(world, 'decide'), c => {
    const gone = startSendingAgain(register, { by: c.get('person').actsAs, at: world.now() });
    world.nudge();
    return back(
      c,
      gone.length === 0
        ? { color: 'info', words: 'Ingenting stoppet sendingen.' }
        : { color: 'success', words: 'Sendingen er i gang igjen. Godkjente brev går.' },
    );
  });
}

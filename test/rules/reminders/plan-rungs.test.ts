import { describe, expect, test } from 'vitest';
import { DEFAULT_LADDER } from '../../../src/rules/campaign/ladder-default.ts';
import type { CampaignFacts, CaseFacts } from '../../../src/rules/reminders/case-facts.ts';
import { planRungs } from '../../../src/rules/reminders/plan-rungs.ts';
import { standingOf } from '../../../src/rules/standing/standing.ts';
import { at, type JournalBuilder, journal } from '../../worlds/journal.ts';

// Deadline Friday 7 March 2014: −10 is 21 February, −3 is 4 March, +1 is 10 March, +6 is 17 March, +9 is 20 March.
const campaign: CampaignFacts = {
  id: 'prøve',
  running: true,
  ladder: DEFAULT_LADDER,
  deadlines: [{ date: '2014-03-07', setAt: at('2014-01-15') }],
};
const REQUESTED = '2014-01-15';

function hitra(lines: JournalBuilder, queued: string[] = []): CaseFacts {
  return {
    caseId: 1,
    name: 'Hitra',
    standing: standingOf(lines.entries),
    ended: null,
    queued,
    inDoubt: false,
    extraDays: new Map(),
  };
}

const plan = (lines: JournalBuilder, today: string, queued: string[] = []) =>
  planRungs(campaign, [hitra(lines, queued)], today, 'trial');
const letters = (lines: JournalBuilder, today: string) => plan(lines, today).letters.map(letter => letter.kind);
const why = (lines: JournalBuilder, today: string) =>
  plan(lines, today)
    .spared.map(one => one.because)
    .join();

describe('the default ladder', () => {
  const silent = () => journal().request(REQUESTED);

  test.each([
    ['2014-02-20', []],
    ['2014-02-21', ['friendly']],
    ['2014-03-04', ['near']],
    ['2014-03-10', ['missing']],
    ['2014-03-17', ['last']],
    ['2014-03-20', []],
  ])('%s: %j to a municipality that has not answered', (today, expected) => {
    expect(letters(silent().happened({ event: 'rung-spared', occasion: '', because: '' }), today)).toEqual(expected);
  });

  test('the last step is a telephone call, not a mail', () => {
    expect(plan(silent(), '2014-03-20').phone).toMatchObject([{ name: 'Hitra' }]);
  });

  test('a rung on or before the day of the request is dropped', () => {
    // The real request left on 28.11.2013 with deadline 12.12: −10 is the day of the request itself.
    const facts = { ...campaign, deadlines: [{ date: '2013-12-12', setAt: at('2013-11-28') }] };
    const early = planRungs(facts, [hitra(journal().request('2013-11-28'))], '2013-11-28', 'trial');
    expect(early.letters).toEqual([]);
    expect(early.next).toMatchObject({ date: '2013-12-09', letter: 'near' });
  });

  test('a rung that was queued, sent or spared once is not planned again', () => {
    const [letter] = plan(silent(), '2014-03-04').letters;
    expect(plan(silent(), '2014-03-04', [letter!.occasion]).letters).toEqual([]);
    const spared = silent().happened({ event: 'rung-spared', occasion: letter!.occasion, because: 'spurte' });
    expect(plan(spared, '2014-03-05').letters).toEqual([]);
  });

  test('after a week of sleep one step comes, not three, and none before the deadline that has passed', () => {
    expect(letters(silent(), '2014-02-25')).toEqual(['friendly']);
    expect(letters(silent(), '2014-03-12')).toEqual(['missing']);
    expect(letters(silent(), '2014-03-19')).toEqual(['last']);
    expect(letters(silent(), '2014-04-30')).toEqual([]);
  });

  test('a new deadline takes the place of the old one, and its rungs before it was set are dropped', () => {
    const facts = {
      ...campaign,
      deadlines: [
        { date: '2013-12-12', setAt: at('2013-11-28') },
        { date: '2014-03-07', setAt: at('2014-02-27') },
      ],
    };
    const days = ['2014-02-28', '2014-03-04', '2014-03-10'].map(today => {
      const round = journal()
        .request('2013-11-28')
        .on('2014-02-20')
        .happened({ event: 'letter-sent', letter: 'missing', occasion: 'x', addresses: [], byHand: false });
      return planRungs(facts, [hitra(round)], today, 'trial').letters.map(one => one.kind);
    });
    expect(days).toEqual([[], ['near'], ['missing']]);
  });

  test('an extension moves the ladder of that case alone', () => {
    const extended = silent().on('2014-03-03').happened({ event: 'extended', until: '2014-03-21' }, { person: 'Eva' });
    expect(letters(extended, '2014-03-04')).toEqual([]);
    expect(letters(extended, '2014-03-18')).toEqual(['near']);
  });
});

describe('a rung spares', () => {
  const asked = () => journal().request(REQUESTED);

  test.each<[string, () => JournalBuilder, string]>([
    ['one that has joined', () => asked().says('joined'), 'har svart'],
    ['one that has declined', () => asked().says('declined'), 'har svart'],
    ['one whose condition waits for the adviser', () => asked().says('conditional'), 'forbehold'],
    [
      'one whose reading waits for review',
      () =>
        asked().happened({ event: 'review-raised', reasons: [], suggestion: null, senderKnown: true }, { message: 7 }),
      'avklaring',
    ],
    [
      'one whose meeting has not been',
      () => asked().says('deferred', { expectedBy: '2014-04-08', body: 'kommunestyret' }),
      'behandles i kommunestyret 08.04.2014',
    ],
    [
      'one whose meeting was two days ago',
      () => asked().says('deferred', { expectedBy: '2014-02-28' }),
      'tre virkedager',
    ],
    ['one that has asked us something', () => asked().says('question'), 'spurt'],
    [
      'one whose every address bounces',
      () => asked().happened({ event: 'bounced', recipients: ['postmottak@hitra.kommune.example'], permanent: true }),
      'avvist',
    ],
    [
      'one that was written to three working days ago',
      () =>
        asked()
          .on('2014-02-27')
          .happened({ event: 'letter-sent', letter: 'missing', occasion: 'x', addresses: [], byHand: true }),
      'fikk brev 27.02.2014',
    ],
    ['one that is withdrawn', () => asked().happened({ event: 'withdrawn', because: 'slått sammen' }), 'slått sammen'],
  ])('%s', (_who, lines, because) => {
    expect(letters(lines(), '2014-03-04')).toEqual([]);
    expect(why(lines(), '2014-03-04')).toContain(because);
  });

  test.each<[string, () => JournalBuilder]>([
    ['one that deferred without a date', () => asked().says('deferred')],
    [
      'one whose question we have answered',
      () => asked().says('question').happened({ event: 'question-answered' }, { person: 'Eva' }),
    ],
    [
      'one that only sent a receipt or is absent',
      () =>
        asked()
          .happened({ event: 'receipt-seen', caseRefs: [] })
          .happened({ event: 'absence-seen', until: '2014-03-30' }),
    ],
    ['one with a bare recommendation', () => asked().says('joined', { stage: 'recommended' })],
    [
      'one that was written to four working days ago',
      () =>
        asked()
          .on('2014-02-26')
          .happened({ event: 'letter-sent', letter: 'missing', occasion: 'x', addresses: [], byHand: true }),
    ],
  ])('but not %s', (_who, lines) => {
    expect(letters(lines(), '2014-03-04')).toEqual(['near']);
  });

  test('nobody whose request never left in this track: a trial letter is no letter', () => {
    const live = planRungs(campaign, [hitra(asked())], '2014-03-04', 'live');
    expect(live.letters).toEqual([]);
  });
});

describe('after an announced meeting', () => {
  const deferred = () =>
    journal().request(REQUESTED).says('deferred', { expectedBy: '2014-02-26', body: 'formannskapet' });

  test('the letter asks how it went on the third working day, once', () => {
    expect(letters(deferred(), '2014-02-28')).toEqual([]);
    const [letter] = plan(deferred(), '2014-03-03').letters;
    expect(letter).toMatchObject({ kind: 'after-meeting', approval: 'ask' });
    expect(letter!.cases[0]!.because).toContain('formannskapet 26.02.2014');
    expect(plan(deferred(), '2014-03-03', [letter!.occasion]).letters).toEqual([]);
  });

  test('the ladder then goes on, four working days later at the earliest', () => {
    const asked = deferred().on('2014-03-03').happened({
      event: 'letter-sent',
      letter: 'after-meeting',
      occasion: 'after-meeting 2014-02-26',
      addresses: [],
      byHand: false,
    });
    expect(letters(asked, '2014-03-04')).toEqual([]);
    expect(letters(asked, '2014-03-10')).toEqual(['missing']);
  });
});

describe('approval', () => {
  test('a letter that falls in July waits for a person whatever the campaign says', () => {
    const ladder = DEFAULT_LADDER.map(rung => ({ ...rung, approval: 'auto' as const }));
    const facts = { ...campaign, ladder, deadlines: [{ date: '2014-07-04', setAt: at('2014-05-05') }] };
    const silent = hitra(journal().request('2014-05-05'));
    expect(planRungs(facts, [silent], '2014-07-07', 'trial').letters[0]!.approval).toBe('ask');
    expect(planRungs(facts, [silent], '2014-06-20', 'trial').letters[0]!.approval).toBe('auto');
  });
});

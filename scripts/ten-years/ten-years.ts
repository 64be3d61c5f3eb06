/**
 * Ten years of a worker's minutes over all municipalities, on a machine whose clock is turned and which sleeps:
 * `npm run ten-years -- [--json] [--seed 1] [--from 2026-01-01] [--to 2035-12-31] [--municipalities 357]
 * [--campaigns-a-year 3] [--step 1]`. Ends with one line of JSON; 1 when a letter left that should not.
 */
import { parseArgs } from 'node:util';
import { openRegister } from '../../src/register/open-register.ts';
import { yearsOfTicks } from './years-of-ticks.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '2026-01-01' },
    to: { type: 'string', default: '2035-12-31' },
    municipalities: { type: 'string', default: '357' },
    'campaigns-a-year': { type: 'string', default: '3' },
    step: { type: 'string', default: '1' },
  },
});
const opened = openRegister(':memory:');
if ('refused' in opened) throw new Error(opened.refused);
const began = performance.now();
const figures = await yearsOfTicks({
  register: opened.register,
  seed: Number(values.seed),
  from: values.from,
  to: values.to,
  municipalities: Number(values.municipalities),
  campaignsAYear: Number(values['campaigns-a-year']),
  step: Number(values.step),
  tell: line => process.stderr.write(`${line}\n`),
  redDays: ['2026-05-15', '2028-06-02', '2030-05-31', '2032-05-07', '2034-09-15'],
});
const seconds = Math.round((performance.now() - began) / 1000);
const { faults, ...counts } = figures;
if (!values.json) for (const fault of faults) process.stderr.write(`${fault}\n`);
const bad = counts.outsideHours + counts.redDays + counts.rungTwice + counts.tooSoon + counts.toClosed;
process.stdout.write(`${JSON.stringify({ ...counts, seconds })}\n`);
process.exitCode = bad > 0 || counts.letters === 0 ? 1 : 0;

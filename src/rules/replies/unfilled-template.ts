import type { Claim } from './claim.ts';

/** «X kommune», «NN kommune», «____ kommune», «[kommunenavn]», «<sett inn navn>» */
const UNFILLED_NAME =
  /(?<![\p{L}\d.])(?:[XY]{1,4}|x{2,4}|N\.?N\.?|_{2,40}|\.{3,40}|…)[ -]kommune(?![\p{L}])|[[<{(](?:kommune(?:ns? ?navn|navn)?|navn på kommunen?|(?:sett|fyll) inn [^\]>})]{0,40})[\]>})]/u;

/** Does the yes or no stand in a template in which nobody has written who says it? */
export function isUnfilled(because: readonly Claim[]): boolean {
  return because.some(({ sentence }) => UNFILLED_NAME.test(sentence.literal));
}

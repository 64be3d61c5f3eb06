/** Turns the direction of reading, so that «ekki» is shown as «ikke». Marks for telephone numbers (left to right) do not. */
const TURNS = /[\u202b\u202e\u2067]/;

/** Strokes through and rings around a letter, put over it by a sign of their own. */
const STRUCK = /\p{L}[\u0334-\u0338\u20d2-\u20d8\u20dd-\u20e0\u20e4-\u20eb]/u;

/** Letters made for other purposes that look like ours: full width, mathematical, in circles, small capitals. */
const DRESSED = /[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\u1d00-\u1d22]|[\u{1d400}-\u{1d7cb}\u{1f110}-\u{1f189}]/u;

/** Cyrillic and Greek letters that look like Latin ones. */
const ALIKE = 'АВЕКМНОРСТУХЅІЈаеорсухѕіјԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν';
const LATIN_AND_OTHERS =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
const ALL_ALIKE = new RegExp(`(?<!\\p{L})[${ALIKE}]{2,}(?!\\p{L})`, 'u');

/** «=69=6B=6B=65»: letters in a code that nothing has decoded. */
const CODED = /(?:=[\dA-F]{2}){2}/;

/** None of the above is in a text without these. */
const MAY_DISGUISE = /[\u0334-\u200f\u2028-\u20ab\u20ad-\uffff]|=[\dA-F]{2}=/;

/** Why the words of a text may not be what they look like, in Norwegian; null when nothing speaks for it. */
export function disguiseIn(text: string): string | null {
  if (!MAY_DISGUISE.test(text)) return null;
  if (TURNS.test(text)) return 'Teksten har tegn som snur leseretningen, og kan se annerledes ut enn den er.';
  if (STRUCK.test(text)) return 'Noe av teksten er strøket over med egne tegn.';
  if (LATIN_AND_OTHERS.test(text) || ALL_ALIKE.test(text) || DRESSED.test(text))
    return 'Teksten har bokstaver fra andre alfabeter som ligner på våre.';
  return CODED.test(text) ? 'Noe av teksten er kodet og ikke tydet.' : null;
}

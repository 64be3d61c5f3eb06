import { expect, test } from 'vitest';
import { readFrom } from './sender-world.ts';

const from = 'jan.hopstad@roan.kommune.example';

/** All of them by Roan, for Roan alone. */
const ITS_OWN = [
  'Kommunane Roan og Osen har felles helsesjef. Roan sluttar seg til ordninga.',
  'Roan og Osen er nabokommuner. Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen. Vi har også snakket med Osen og Åfjord.',
  'Vi slutter oss til ordningen. For ordens skyld: Osen kommune svarer selv.',
  'Vi slutter oss til ordningen, forutsatt at Osen og Åfjord også er med.',
  'Vi kan ikke svare for Osen. Roan slutter seg til ordningen.',
  'Vi slutter oss til ordningen. Hva har Osen og Bjugn svart?',
  'På vegne av ordføreren i Roan: Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen. Samarbeidet vårt gjelder også for Osen og Åfjord.',
  'Vi har et felles svar klart med Osen, men venter på formannskapet. Roan slutter seg til ordningen.',
  'Vi slutter oss til ordningen. Faktura for Roan og Osen sendes hver for seg.',
  'Vi slutter oss til ordningen. Dette er avklart på vegne av kommunen av rådmannen.',
  'Vi slutter oss til ordningen, som kommunene på Fosen ellers.',
  'Vi slutter oss til ordningen. Osen er også med.',
  'Osen er med. Vi slutter oss også til ordningen.',
  'Osen og Åfjord slutter seg til ordningen, hører vi. Vi slutter oss til ordningen.',
];

test.each(ITS_OWN)('«%s» answers for Roan', text => {
  expect(readFrom({ from, text }).municipalities).toEqual(['Roan']);
});

/** Whatever else is made of them: no other municipality's case may be closed by them. */
const NOT_FOR_OTHERS = [
  'Roan og Osen har avtale om legevakt. Vi takker nei til ordningen.',
  'Roan og Osen slutter seg til Fosen legevakt fra nyttår. Vi takker nei til ordningen.',
  'Vi slutter oss til ordningen. Roan og Osen har inngått avtale om brannvern.',
  'Hvis Roan og Osen slutter seg til ordningen, bør også Bjugn gjøre det. Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen dersom Roan og Osen kan dele på stillingen.',
  'Roan, Osen og Åfjord er medlemmer i Fosen regionråd. Vi slutter oss til ordningen.',
  'Vi foreslår at Roan og Osen slutter seg til ordningen sammen. Vi slutter oss til ordningen.',
  'Spørsmålet er om Roan og Osen skal slutte seg til ordningen. Roan sier ja til ordningen.',
  'Vi slutter oss til ordningen, men kan ikke svare på vegne av Osen.',
  'Vi slutter oss til ordningen. Jeg har ikke fullmakt til å svare for Osen og Åfjord.',
  'Vi slutter oss til ordningen. Svar fra Osen og Åfjord kommer senere.',
  'Vi slutter oss til ordningen. Felles svar fra Osen og Åfjord kommer senere.',
  'Vi slutter oss til ordningen. Dere får eget svar fra Osen.',
  'Rådmannen i Osen svarer for Osen. Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen. Jeg vikarierer også for rådmannen i Osen, som svarer selv.',
  'Osen har bedt oss vente med å svare for dem. Roan slutter seg til ordningen.',
  'Tidligere svarte vi på vegne av Roan og Osen, men nå svarer vi bare for oss selv. Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen. Sist gang svarte vi på vegne av Osen også, det gjør vi ikke nå.',
  'Vi slutter oss til ordningen. Er dette på vegne av Osen også?',
  'Skal vi svare på vegne av Osen også? Vi slutter oss til ordningen.',
  'Ordningen gjelder for Roan, Osen og Åfjord. Vi slutter oss til ordningen.',
  'Avtalen gjelder Roan, Osen og Åfjord. Vi slutter oss til avtalen.',
  'Vi slutter oss til ordningen. Rådgiveren bør arbeide for Roan og Osen.',
  'Vi slutter oss til ordningen, og regner med at Roan og Osen blir med i ordningen på like vilkår.',
  'For Roan og Osen betyr dette 40 000 kroner. Vi slutter oss til ordningen.',
  'For både Roan og Osen er beløpet høyt. Vi slutter oss til ordningen.',
  'KS skriver på vegne av Roan og Osen i brevet. Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen. Utvalget har uttalt seg på vegne av Roan, Osen og Åfjord i en annen sak.',
  'Ifølge avisa slutter Roan og Osen seg til ordningen. Formannskapet har ikke møtt ennå.',
  'Det er ikke slik at Roan og Osen slutter seg til ordningen samlet. Roan slutter seg til ordningen.',
  'Roan og Osen slutter seg ikke automatisk til ordningen sammen. Roan slutter seg til ordningen.',
  'Takk for svaret for Osen. Vi slutter oss til ordningen.',
  'Vi slutter oss til ordningen. Svarfristen for Osen er visst en annen.',
  'Vi slutter oss til ordningen. Hilsen også fra Osen.',
  'hei. osen slutter seg til ordningen, vi kommer tilbake',
];

test.each(NOT_FOR_OTHERS)('«%s» closes no case of a neighbour', text => {
  const { municipalities, conclusion, stage, review } = readFrom({ from, text });
  const closes = (conclusion === 'joined' || conclusion === 'declined') && stage !== 'recommended' && !review;
  expect(closes ? municipalities : []).not.toContain('Osen');
  expect(closes ? municipalities : []).not.toContain('Åfjord');
});

/** What a field of a reading or an answer is called on screen. */
export const FIELD_WORDS: Record<string, string> = {
  kind: 'Slag',
  conclusion: 'Svar',
  stage: 'Trinn',
  amountNok: 'Beløp',
  inhabitants: 'Innbyggere',
  expectedBy: 'Behandles',
  decidedOn: 'Vedtatt',
  body: 'Organ',
  caseRefs: 'Deres ref.',
  municipalities: 'Kommune',
  campaign: 'Henvendelse',
};

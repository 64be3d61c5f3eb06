import { describe, expect, test } from 'vitest';
import { readDocumentMail, readMail } from './read-mail.ts';

/** Sent on Tuesday 15 September 2026; our deadline is 1 October. */
describe('the day on which the answer is said to come', () => {
  test.each([
    ['Saken behandles i formannskapet 22. september og i kommunestyret 8. oktober.', '2026-10-08', 'kommunestyret'],
    [
      'Saken skal opp i formannskapet 22. september, og dere får svar innen 25. september.',
      '2026-09-22',
      'formannskapet',
    ],
    ['Vi rekker ikke fristen 1. oktober. Kommunestyret behandler saken 15. oktober.', '2026-10-15', 'kommunestyret'],
    ['Vi ber om utsatt frist til 16. oktober.', '2026-10-16', null],
    ['Kan vi få utsettelse til 9. oktober? Saken er ikke behandlet.', '2026-10-09', null],
    [
      'Møtet i formannskapet er flyttet fra 22. september til 6. oktober, så saken er ikke avgjort.',
      '2026-10-06',
      'formannskapet',
    ],
    [
      'Sakspapirene sendes ut 17. september, og kommunestyret behandler saken 24. september.',
      '2026-09-24',
      'kommunestyret',
    ],
    [
      'Saken behandles i kommunestyret 24. september. Protokollen blir sendt dere 28. september.',
      '2026-09-24',
      'kommunestyret',
    ],
    ['Saken tas opp i kommunestyrets møte i oktober.', '2026-10-30', 'kommunestyret'],
    ['Saken kommer opp i kommunestyrets oktobermøte.', '2026-10-30', 'kommunestyret'],
    ['Vi kommer tilbake til saken etter påske.', null, null],
    ['Kommunestyret skal behandle saken til høsten.', null, 'kommunestyret'],
    ['Saken behandles i neste møte i formannskapet.', null, 'formannskapet'],
    ['Vi har ikke tatt stilling ennå. Lidal kommune behandler sin sak 24. september.', null, null],
    ['Saken ble utsatt i formannskapet 8. september og kommer opp igjen 22. september.', '2026-09-22', 'formannskapet'],
    [
      'Saken var oppe i formannskapet i går, men ble utsatt til neste møte, 29. september.',
      '2026-09-29',
      'formannskapet',
    ],
    ['Kommunestyret behandler saken torsdag 24.', '2026-09-24', 'kommunestyret'],
    ['Formannskapet skal behandle saken førstkommende torsdag.', '2026-09-17', 'formannskapet'],
    ['Formannskapet behandler saken onsdag.', '2026-09-16', 'formannskapet'],
    ['Formannskapet behandler saken i morgen.', '2026-09-16', 'formannskapet'],
    ['Saken behandles i formannskapet i kveld.', '2026-09-15', 'formannskapet'],
    [
      'Vi viser til brev av 1. september. Saken vil bli lagt fram for formannskapet 29/9.',
      '2026-09-29',
      'formannskapet',
    ],
    [
      'Ordningen skal gjelde fra 1. januar 2027. Formannskapet behandler saken i uke 41.',
      '2026-10-09',
      'formannskapet',
    ],
    ['Saka vert handsama i formannskapet tysdag i neste veke.', '2026-09-22', 'formannskapet'],
    ['Saka vert lagd fram for heradsstyret 24. september.', '2026-09-24', 'kommunestyret'],
    ['Saken avgjøres når kommunestyret vedtar budsjettet 10. desember.', '2026-12-10', 'kommunestyret'],
    ['Kommunedirektøren legger saken fram for formannskapet i løpet av oktober.', '2026-10-30', 'formannskapet'],
    ['Saken er under behandling, og dere får svar innen utgangen av uken.', '2026-09-18', null],
    ['Saken er under behandling. Dere hører fra oss i morgen.', '2026-09-16', null],
    ['Saken er dessverre ikke behandlet ennå. Neste formannskapsmøte er 6. oktober.', '2026-10-06', 'formannskapet'],
    ['Saken går til formannskapet den 22. ds. og kommunestyret den 8. neste måned.', '2026-10-08', 'kommunestyret'],
    [
      'Innstillingen legges fram for formannskapet 22.9., men endelig vedtak fattes i kommunestyret 8.10.',
      '2026-10-08',
      'kommunestyret',
    ],
    [
      'Saksbehandler er på ferie til 21. september. Saken behandles i formannskapet 6. oktober.',
      '2026-10-06',
      'formannskapet',
    ],
    ['Saken skal behandles før jul.', '2026-12-23', null],
    ['Saken må behandles politisk, og svar kan ventes primo november.', '2026-11-10', null],
    ['Saken er til behandling. Vi svarer innen 14 dager.', '2026-09-29', null],
    ['Saken er satt på sakskartet til kommunestyret (24.09.26).', '2026-09-24', 'kommunestyret'],
    ['Beklager sein tilbakemelding – formannskapet tek opp saka komande torsdag.', '2026-09-17', 'formannskapet'],
    [
      'Dere skriver at ordningen starter 1. januar 2027. Formannskapet behandler saken 20. oktober.',
      '2026-10-20',
      'formannskapet',
    ],
    [
      'Saken legges fram for hovedutvalget for helse 16. september, formannskapet 22. september og bystyret 8. oktober.',
      '2026-10-08',
      'kommunestyret',
    ],
    ['Vi fikk brevet 3. september, og formannskapet behandler det 22. september.', '2026-09-22', 'formannskapet'],
    ['Saken utredes nå. Vi gir tilbakemelding etter formannskapsmøtet 22. september.', '2026-09-22', 'formannskapet'],
    ['Kommunestyret behandler saken i møtet 24. september kl. 10.12, sak 61/26.', '2026-09-24', 'kommunestyret'],
    ['Fylkestinget har samling 13.–15. oktober og tar stilling til saken der.', '2026-10-15', 'fylkestinget'],
    [
      'Fristen for saker til møtet er 17. september. Kommunestyret behandler saken 24. september.',
      '2026-09-24',
      'kommunestyret',
    ],
    ['Formannskapsmøtet 22. september er avlyst. Saken behandles 6. oktober.', '2026-10-06', 'formannskapet'],
    [
      'Saken er ikke avgjort. Ordføreren er bortreist til 28. september, men formannskapet behandler den 6. oktober.',
      '2026-10-06',
      'formannskapet',
    ],
    [
      'Vi har ikke behandlet saken. Folketallet pr. 1. oktober legges til grunn, og saken tas opp i formannskapet 20. oktober.',
      '2026-10-20',
      'formannskapet',
    ],
    ['Saken behandles i kommunestyret\n24. september.', '2026-09-24', 'kommunestyret'],
    [
      'The case will be decided by the municipal council on 24 September. Saken behandles i kommunestyret da.',
      '2026-09-24',
      'kommunestyret',
    ],
  ])('%s', (text, expectedBy, body) => {
    const { conclusion, ...reading } = readMail(text);
    expect({ expectedBy: reading.expectedBy, body: reading.body }).toEqual({ expectedBy, body });
  });

  test.each([
    ['Utvalg: Kommunestyret\nMøtedato: 24.09.2026\nSaksnr: 61/26', '2026-09-24', ['61/26']],
    ['Behandles i:  Formannskapet 10.09.2026, Kommunestyret 24.09.2026', '2026-09-24', []],
    [
      'Saksnr  Utvalg  Møtedato\n44/26  Formannskapet  10.09.2026\n61/26  Kommunestyret  24.09.2026',
      '2026-09-24',
      ['44/26', '61/26'],
    ],
    ['Utvalg  Utvalgssak  Møtedato\nKommunestyret  PS 61/26  24.09.2026', '2026-09-24', ['61/26']],
    ['Møtested: Rådhuset. Kommunestyret, møte 24. september 2026', '2026-09-24', []],
  ])('a case paper with the head %s', (head, expectedBy, caseRefs) => {
    const reading = readDocumentMail(
      'Saksframlegget følger vedlagt.',
      `SAKSFRAMLEGG\n\n${head}\n\nForslag til vedtak\n\nFjordvik kommune slutter seg til ordningen.`,
    );
    expect(reading.expectedBy).toBe(expectedBy);
    expect(reading.body).toBe('kommunestyret');
    expect(reading.caseRefs.map(one => one.replace(/^ps /, ''))).toEqual(caseRefs);
  });
});

describe('the day of the decision', () => {
  test.each([
    ['Kommunestyret vedtok 10. september å slutte seg til ordningen.', '2026-09-10', 'kommunestyret'],
    ['Kommunestyret vedtok i går å slutte seg til ordningen.', '2026-09-14', 'kommunestyret'],
    [
      'Formannskapet vedtok i møte 8.9., sak 44/26, at Fjordvik kommune slutter seg til ordningen.',
      '2026-09-08',
      'formannskapet',
    ],
    ['Formannskapet har i dag vedtatt at Fjordvik kommune slutter seg til ordningen.', '2026-09-15', 'formannskapet'],
    ['Kommunestyret behandlet saken sist torsdag og vedtok å slutte seg til ordningen.', '2026-09-10', 'kommunestyret'],
    [
      'I møte torsdag 10. september vedtok kommunestyret at Fjordvik kommune slutter seg til ordningen.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Vi viser til brev av 1. september. Formannskapet vedtok 8. september å slutte seg til ordningen.',
      '2026-09-08',
      'formannskapet',
    ],
    [
      'Formannskapet innstilte 1. september, og kommunestyret vedtok 10. september å slutte seg til ordningen.',
      '2026-09-10',
      'kommunestyret',
    ],
    ['Kommunestyret har vedtatt å slutte seg til ordningen fra 1. januar 2026.', null, 'kommunestyret'],
    ['Viser til henvendelsen av 1. september: Kommunestyret vedtok å slutte seg til ordningen.', null, 'kommunestyret'],
    ['Som svar på deres e-post 1. september vedtok formannskapet å slutte seg til ordningen.', null, 'formannskapet'],
    ['Kommunestyret har vedtatt å slutte seg til ordningen (PS 44/26, 10.09.2026).', '2026-09-10', 'kommunestyret'],
    [
      'Viser til vedtak i kommunestyret 10.9.2026, sak 44/26: Fjordvik kommune slutter seg til ordningen.',
      '2026-09-10',
      'kommunestyret',
    ],
    ['Kommunestyret vedtok i forrige uke å slutte seg til ordningen.', null, 'kommunestyret'],
    [
      'Kommunestyret gjorde samrøystes vedtak om å slutte seg til ordninga i møte 10.09.26.',
      '2026-09-10',
      'kommunestyret',
    ],
    ['Formannskapet sa på mandag ja til å slutte seg til ordningen.', '2026-09-14', 'formannskapet'],
    ['Formannskapet vedtok i møtet den 8. å slutte seg til ordningen.', '2026-09-08', 'formannskapet'],
    ['Formannskapet vedtok den 8. ds. å slutte seg til ordningen.', '2026-09-08', 'formannskapet'],
    [
      'Kommunestyret vedtok 27. august at kommunen slutter seg til ordningen. Klagefristen er 17. september.',
      '2026-08-27',
      'kommunestyret',
    ],
    [
      'Kommunestyret godkjente avtalen 10. september. Folketallet er 4 200 pr. 1. januar 2026.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Med 4 200 innbyggere pr. 1. januar 2026 vedtok kommunestyret 10. september å slutte seg til ordningen.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Saken ble behandlet av formannskapet 1/9 og av kommunestyret 10/9, som enstemmig vedtok å slutte seg til ordningen.',
      '2026-09-10',
      'kommunestyret',
    ],
    ['Hei! Kommunestyret sa nei til å delta i møtet torsdag.', '2026-09-10', 'kommunestyret'],
    [
      'Kommunestyret i Fjordvik har i møte 10. september 2026 fattet slikt vedtak:\n\nFjordvik kommune slutter seg til ordningen fra 1. januar 2027.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Kommunestyret – 10.09.2026\n\nVedtak:\n\nFjordvik kommune slutter seg til ordningen.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Saka vart handsama i heradsstyret 10. september, og vedtaket vart at Fjordvik kommune sluttar seg til ordninga.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Kommunestyret vedtok 10. september at kommunen slutter seg til ordningen, slik formannskapet innstilte på 1. september.',
      '2026-09-10',
      'kommunestyret',
    ],
    [
      'Etter at Lidal sa ja 3. september, vedtok formannskapet vårt 8. september å slutte seg til ordningen.',
      '2026-09-08',
      'formannskapet',
    ],
    ['Kommunestyret vedtok i møte i september 2026 å slutte seg til ordningen.', null, 'kommunestyret'],
    ['Kommunestyret fattet vedtak om å slutte seg til ordningen i juni.', null, 'kommunestyret'],
  ])('%s', (text, decidedOn, body) => {
    const reading = readMail(text);
    expect({ decidedOn: reading.decidedOn, body: reading.body, expectedBy: reading.expectedBy }).toEqual({
      decidedOn,
      body,
      expectedBy: null,
    });
  });

  test.each([
    ['Utvalg: Kommunestyret\nMøtedato: 10.09.2026\nSak: PS 61/26', '2026-09-10'],
    ['Møtebok – Kommunestyret 10. september 2026', '2026-09-10'],
    ['Saksnr.  Utvalg  Møtedato\n40/26  Formannskapet  01.09.2026\n61/26  Kommunestyret  10.09.2026', '2026-09-10'],
    ['Dato: 14.09.2026\n\nUtvalg: Kommunestyret\nMøtested: Rådhuset\nDato: 10.09.2026 Tid: 10:00', '2026-09-10'],
    ['Kommunestyret behandlet saken i møte 10.09.2026.', '2026-09-10'],
  ])('minutes with the head %s', (head, decidedOn) => {
    const reading = readDocumentMail(
      'Vedlagt følger særutskrift.',
      `SÆRUTSKRIFT\n\n${head}\n\nVedtak\n\nFjordvik kommune slutter seg til ordningen.`,
    );
    expect(reading.decidedOn).toBe(decidedOn);
    expect(reading.body).toBe('kommunestyret');
  });
});

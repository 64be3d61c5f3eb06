import { describe, expect, test } from 'vitest';
import { newText } from '../../../src/rules/text/new-text.ts';

const EVA = 'Eva L. Indreby <eva@ks.example>';

/** The labels of Outlook and of forwarding programs: from, when, to, copy, subject. */
const LABELS: readonly [string, string][] = [
  ['bokmål', 'Fra Sendt Til Kopi Emne'],
  ['bokmål, Mac', 'Fra Dato Til Kopi Emne'],
  ['nynorsk', 'Frå Sendt Til Kopi Emne'],
  ['English', 'From Sent To Cc Subject'],
  ['Danish', 'Fra Sendt Til Cc Emne'],
  ['Swedish', 'Från Skickat Till Kopia Ämne'],
  ['Finnish', 'Lähettäjä Lähetetty Vastaanottaja Kopio Aihe'],
  ['Icelandic', 'Frá Dagsetning Til Cc Efni'],
  ['German', 'Von Gesendet An Cc Betreff'],
  ['Dutch', 'Van Verzonden Aan CC Onderwerp'],
  ['French', 'De Envoyé À Cc Objet'],
  ['Spanish', 'De Enviado Para CC Asunto'],
  ['Portuguese', 'De Enviada Para Cc Assunto'],
  ['Italian', 'Da Inviato A Cc Oggetto'],
  ['Romanian', 'De_la Trimis Către Cc Subiect'],
  ['Polish', 'Od Wysłano Do DW Temat'],
  ['Czech', 'Od Odesláno Komu Kopie Předmět'],
  ['Slovak', 'Od Odoslané Komu Kópia Predmet'],
  ['Croatian', 'Šalje Poslano Prima Kopija Predmet'],
  ['Hungarian', 'Feladó Elküldve Címzett Másolatot_kap Tárgy'],
  ['Estonian', 'Saatja Saatmisaeg Adressaat Koopia Teema'],
  ['Turkish', 'Gönderen Gönderildi Kime Bilgi Konu'],
  ['Greek', 'Από Ημερομηνία Προς Κοιν Θέμα'],
  ['Russian', 'От Отправлено Кому Копия Тема'],
  ['Ukrainian', 'Від Надіслано Кому Копія Тема'],
  ['Chinese', '发件人 发送时间 收件人 抄送 主题'],
];

function block(labels: string): string[] {
  const [from, when, to, copy, subject] = labels.split(' ').map(label => label.replace('_', ' '));
  return [`${from}: ${EVA}`, `${when}: 1.9.2026 08:30`, `${to}: Kari`, `${copy}: Ola; Per`, `${subject}: Ordningen`];
}

const quoted = (header: string) => `Ja.\n\n${header}\n\nVil dere delta?\n\nEva`;

describe('a header block begins the history', () => {
  test.each(LABELS)('%s', (_, labels) => {
    const lines = block(labels);
    expect(newText(quoted(lines.join('\n'))).text).toBe('Ja.');
    expect(newText(quoted(lines.map(line => line.replace(/^([^:]+):/, '*$1:*')).join('\n'))).text).toBe('Ja.');
    expect(newText(quoted([lines[1], lines[0], lines[4], lines[2]].join('\n'))).text).toBe('Ja.');
  });

  test.each([
    ['without addresses', 'Fra: Eva\nSendt: 1. september 2026\nTil: Kari\nEmne: x'],
    [
      'with importance and attachments',
      'Fra: Eva\nSendt: 1. sept.\nTil: Kari\nEmne: x\nViktighet: Høy\nVedlegg: a.pdf; b.pdf',
    ],
    ['with blank lines between the fields', '*Fra:* Eva\n\n*Sendt:* 1. september\n\n*Til:* Kari\n\n*Emne:* x'],
    ['with tabs', 'Fra:\tEva\nSendt:\t1. september 2026\nTil:\tKari\nEmne:\tx'],
    [
      'with a long list of recipients',
      `Fra: Eva\nSendt: 1.9.2026 08:30\nTil: ${Array(80).fill("'Fjordvik kommune'").join(';\n')}\nEmne: x`,
    ],
    [
      'with a subject over two lines',
      'Fra: Eva\nEmne: Felles koordinator for kommunene i\nHelsefellesskapet\nDato: 1.9.2026 08:30\nTil: Kari',
    ],
    ['below a line of underscores', `${'_'.repeat(32)}\nFra: Eva\nTil: Kari\nEmne: x`],
    [
      'below a line of underscores, in a language that we do not know',
      `${'_'.repeat(32)}\nKinsa: ${EVA}\nKanus-a: i dag\nKang: Kari`,
    ],
    ['below a title', '-----Opprinnelig melding-----\nFra: Eva\nTil: Kari'],
    [
      'below the telephone’s line',
      `Få Outlook for iOS<https://aka.ms/o0ukef>\n${'_'.repeat(32)}\nFra: ${EVA}\nSendt: tirsdag\nTil: K\nEmne: x`,
    ],
    [
      'behind Yahoo’s title on one line',
      `   ----- Videresendt melding ----- Fra: ${EVA}Til: Kari <kari@x.example>Emne: x`,
    ],
    ['GroupWise', '>>> Eva L. Indreby <eva@ks.example> 01.09.2026 08:30 >>>'],
    [
      'Lotus Notes',
      'Fra:    Eva Indreby/KS\nTil:    Kari Nordvik/Fjordvik@Fjordvik\nDato:   01.09.2026 08:30\nEmne:   x',
    ],
  ])('%s', (_, header) => {
    expect(newText(quoted(header)).text).toBe('Ja.');
  });

  test.each([
    '----- Opprinnelig e-post -----',
    '-------- Videresendt melding --------',
    '*-------- Opprinnelig melding --------*',
    '---------- Forwarded message ---------',
    '-----Ursprüngliche Nachricht-----',
    '-------- Vidarebefordrat meddelande --------',
    '-------- İletilmiş İleti --------',
  ])('a title alone: %s', title => {
    expect(newText(`Se under.\n\n${title}\n\nVil dere delta?`).text).toBe('Se under.');
  });
});

describe('is no header block', () => {
  test.each([
    [
      'running text',
      'Vi svarer slik.\nFra: 1. januar 2027 deltar kommunen i ordningen.\nTil: 2030.\nKostnaden dekkes av rammen.',
    ],
    ['the head of a letter', 'Til: KS\nFra: Fjordvik kommune\nDato: 3.3.2014\n\nKommunen deltar.'],
    ['a case paper', 'Saksnr: 14/23\nDato: 12.03.2014\nUtvalg: Formannskapet\n\nVedtak:\nKommunen deltar.'],
    ['alternatives', 'A: ja\nB: nei\nVi velger A.'],
    ['a question with a label', 'Emne: Fritak for mva.\nKan dere bekrefte?'],
    [
      'rows of dashes in a case paper',
      'Saksprotokoll\n\n--------------------\n\nKommunen deltar.\n\n--------------------\n\nEnstemmig vedtatt.',
    ],
    ['a title of the sender', '------- Fyll ut nedenfor -------\n\nJa.'],
  ])('%s', (_, text) => {
    expect(newText(text).text).toBe(text);
  });
});

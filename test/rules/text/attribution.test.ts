import { describe, expect, test } from 'vitest';
import { newText } from '../../../src/rules/text/new-text.ts';

const EVA = 'Eva L. Indreby <eva@ks.example>';

/** As mail programs write it in their own languages: Gmail, Apple Mail, Thunderbird, Outlook for Mac, Yahoo, Zoho. */
const ATTRIBUTIONS: readonly [string, string][] = [
  ['Gmail, bokmål', `tir. 1. sep. 2026 kl. 08:30 skrev ${EVA}:`],
  ['Gmail, nynorsk', `tys. 1. sep. 2026 kl. 08:30 skreiv ${EVA}:`],
  ['Gmail, bokmål, older', `Den tir. 1. sep. 2026 kl. 08:30 skrev ${EVA}:`],
  ['Gmail, bokmål, oldest', `Den 1. september 2026 kl. 08:30 skrev Eva L. Indreby <\neva@ks.example> følgende:`],
  ['Gmail, Danish', `Den tirs. 1. sep. 2026 kl. 08.30 skrev ${EVA}:`],
  ['Gmail, Swedish', `Den tis 1 sep. 2026 kl 08:30 skrev ${EVA}:`],
  ['Gmail, Finnish', 'ti 1. syysk. 2026 klo 8.30 Eva L. Indreby (eva@ks.example) kirjoitti:'],
  ['Gmail, Icelandic', `þri., 1. sep. 2026 kl. 08:30 skrifaði ${EVA}:`],
  ['Gmail, English', `On Tue, Sep 1, 2026 at 8:30 AM ${EVA} wrote:`],
  ['Gmail, German', `Am Di., 1. Sept. 2026 um 08:30 Uhr schrieb ${EVA}:`],
  ['Gmail, Dutch', `Op di 1 sep 2026 om 08:30 schreef ${EVA}:`],
  ['Gmail, French', `Le mar. 1 sept. 2026 à 08:30, ${EVA} a écrit :`],
  ['Gmail, Spanish', 'El mar, 1 sept 2026 a las 8:30, Eva L. Indreby (<eva@ks.example>) escribió:'],
  ['Gmail, Portuguese', `${EVA} escreveu (terça, 1/09/2026 à(s) 08:30):`],
  ['Gmail, Brazilian', `Em ter., 1 de set. de 2026 às 08:30, ${EVA} escreveu:`],
  ['Gmail, Italian', `Il giorno mar 1 set 2026 alle ore 08:30 ${EVA} ha scritto:`],
  ['Gmail, Polish', `wt., 1 wrz 2026 o 08:30 ${EVA} napisał(a):`],
  ['Gmail, Czech', `út 1. 9. 2026 v 8:30 odesílatel ${EVA} napsal:`],
  ['Gmail, Slovak', `ut 1. 9. 2026 o 8:30 ${EVA} napísal(a):`],
  ['Gmail, Hungarian', `${EVA} ezt írta (időpont: 2026. szept. 1., K, 8:30):`],
  ['Gmail, Romanian', `mar., 1 sept. 2026 la 08:30, ${EVA} a scris:`],
  ['Gmail, Croatian', `uto, 1. ruj 2026. u 08:30 ${EVA} napisao je:`],
  ['Gmail, Slovenian', `V V tor., 1. sep. 2026 ob 08:30 je oseba ${EVA} napisala:`],
  ['Gmail, Estonian', `${EVA} kirjutas kuupäeval T, 1. september 2026 kell 08:30:`],
  ['Gmail, Lithuanian', `2026-09-01, an, 08:30 ${EVA} rašė:`],
  ['Gmail, Turkish', `${EVA}, 1 Eyl 2026 Sal, 08:30 tarihinde şunu yazdı:`],
  ['Gmail, Greek', `Στις Τρί 1 Σεπ 2026 στις 8:30 π.μ., ο χρήστης ${EVA} έγραψε:`],
  ['Gmail, Russian', `вт, 1 сент. 2026 г. в 08:30, ${EVA}:`],
  ['Gmail, Ukrainian', `вт, 1 вер. 2026 р. о 08:30 ${EVA} пише:`],
  ['Gmail, Bulgarian', `На вт, 1.09.2026 г. в 8:30 ${EVA} написа:`],
  ['Gmail, Japanese', `2026年9月1日(火) 8:30 ${EVA}:`],
  ['Gmail, Chinese', `${EVA} 于2026年9月1日周二 08:30写道：`],
  ['Gmail, Korean', `2026년 9월 1일 (화) 오전 8:30, ${EVA}님이 작성:`],
  ['Gmail, Vietnamese', `Vào Th 3, 1 thg 9, 2026 vào lúc 08:30 ${EVA} đã viết:`],
  ['Apple, bokmål', `Den 1. sep. 2026 kl. 08:30 skrev ${EVA}:`],
  ['Apple, bokmål, without «Den»', `1. sep. 2026 kl. 08.30 skrev ${EVA}:`],
  ['Apple, Swedish', `1 sep. 2026 kl. 08:30 skrev ${EVA}:`],
  ['Apple, Dutch', `Op 1 sep 2026, om 08:30 heeft ${EVA} het volgende geschreven:`],
  ['Apple, Finnish', `${EVA} kirjoitti 1.9.2026 kello 8.30:`],
  ['Apple, Polish', `Wiadomość napisana przez ${EVA} w dniu 1 wrz 2026, o godz. 08:30:`],
  ['Apple, Czech', `1. 9. 2026 v 8:30, ${EVA}:`],
  ['Outlook for Mac', '1/9/2026 08:30 skrev "Eva L. Indreby" <eva@ks.example>:'],
  ['Yahoo', `   On Tuesday, September 1, 2026, 08:30:12 AM GMT+1, ${EVA} wrote:  `],
  ['Zoho', '---- On Tue, 01 Sep 2026 08:30:12 +0200 eva@ks.example wrote ----'],
  ['Mail.ru', `Tue, 1 Sep 2026 08:30:12 +0400 от ${EVA}:`],
  ['Yandex', '01.09.2026, 08:30, "Eva L. Indreby" <eva@ks.example>:'],
  ['wrapped in the address', 'tir. 1. sep. 2026 kl. 08:30 skrev Eva L. Indreby <\neva@ks.example>:'],
  ['wrapped in the name', 'Den 1. sep. 2026 kl. 08.30 skrev Eva L.\nIndreby <eva@ks.example>:'],
  ['wrapped over three lines', 'On Tue, Sep 1, 2026 at 8:30 AM Eva L. Indreby\n<eva@ks.example>\nwrote:'],
];

/** These have no address, so they are known by the marks below them. */
const WITH_MARKS: readonly [string, string][] = [
  ['Thunderbird, bokmål', 'Den 01.09.2026 08:30, skrev Eva L. Indreby:'],
  ['Thunderbird, nynorsk', 'Den 01.09.2026 08:30, skreiv Eva L. Indreby:'],
  ['Thunderbird, Danish', 'Den 01-09-2026 kl. 08:30 skrev Eva L. Indreby:'],
  ['Thunderbird, Swedish', 'Den 2026-09-01 kl. 08:30, skrev Eva L. Indreby:'],
  ['Thunderbird, German', 'Am 01.09.2026 um 08:30 schrieb Eva L. Indreby:'],
  ['Thunderbird, French', 'Le 01/09/2026 à 08:30, Eva L. Indreby a écrit :'],
  ['Thunderbird, Polish', 'W dniu 1.09.2026 o 08:30, Eva L. Indreby pisze:'],
  ['Thunderbird, Russian', '01.09.2026 08:30, Eva L. Indreby пишет:'],
  ['a name alone', 'Eva L. Indreby skrev:'],
];

describe('an attribution goes with the text below it', () => {
  test.each(ATTRIBUTIONS)('%s', (_, attribution) => {
    expect(newText(`Ja.\n\n${attribution}\n\nVil dere delta?\n\nEva`).text).toBe('Ja.');
    expect(newText(`Ja.\n\n${attribution}\n\n> Vil dere delta?\n`).text).toBe('Ja.');
    expect(newText(`${attribution}\n> Vil dere delta?\n\nJa.\n\n> Når?\n\nFra nyttår.`).text).toBe(
      'Ja.\n\nFra nyttår.',
    );
  });

  test.each(WITH_MARKS)('%s', (_, attribution) => {
    expect(newText(`Ja.\n\n${attribution}\n> Vil dere delta?\n`).text).toBe('Ja.');
  });

  test('on the same line as the answer', () => {
    const mail = 'Ja. Den 1. sep. 2026 kl. 08:30 skrev Eva <eva@ks.example>:\n> Vil dere delta?';
    expect(newText(mail)).toEqual({
      text: 'Ja.',
      signature: '',
      quoted: 'Den 1. sep. 2026 kl. 08:30 skrev Eva <eva@ks.example>:\n> Vil dere delta?',
    });
  });

  test('right below the last line of the answer, which has a number too', () => {
    const mail =
      'Vi deltar fra 1. januar 2027.\nDen 1. sep. 2026 kl. 08:30 skrev Eva <eva@ks.example>:\n\nVil dere delta?';
    expect(newText(mail).text).toBe('Vi deltar fra 1. januar 2027.');
  });
});

describe('is no attribution', () => {
  test.each([
    'Den 28.11.2013 skrev KS til kommunene og ba om svar på følgende:\n\nVil dere delta?\n\nVi svarer ja.',
    'I brev av 28.11.2013 skrev dere:\n\nVil dere delta?\n\nVi svarer ja.',
    'Kommunestyret vedtok 12.12.2013 følgende:\n\nKommunen deltar.',
    'Møtet er 14.03.2014 kl. 09:00:\n\nDa blir saken behandlet.',
    'On this day\n\nI wrote something\n\nwhich was very interesting.',
  ])('%s', text => {
    expect(newText(text).text).toBe(text);
  });
});

import { describe, expect, test } from 'vitest';
import { writeLetter } from '../../src/mail-out/write-letter.ts';
import type { LetterFacts } from '../../src/rules/letters/letter-facts.ts';
import { aLetter, everyLetter, hitra } from '../rules/letters/a-letter.ts';

const name = ({ kind, writtenForm, collective, campaign }: LetterFacts) =>
  `${kind} ${writtenForm} ${collective ? 'collective' : 'individual'} ${campaign.type}`;

/** What a person reads in the HTML: no tags, no styles, no comments. */
function readable(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[ \n]+/g, ' ');
}

describe.each(everyLetter().map(facts => [name(facts), facts] as const))('%s', (_name, facts) => {
  const { subject, text, html, quotable } = writeLetter(facts);

  test('holds no gap, no count of reminders and no exclamation mark', () => {
    const own = [subject, text, readable(html), quotable].join('\n');
    expect(own).not.toMatch(/\b(?:undefined|null|NaN|[Pp]urring nr)\b|\[object|\{\{|\}\}|!/);
    expect(html).not.toMatch(/\{\{|<!--(?:\/?(?:part|each|blocks))/);
  });

  test('has plain text in lines of at most 76 characters, without trailing spaces', () => {
    const lines = text.split('\n');
    expect(lines.filter(line => line.length > 76)).toEqual([]);
    expect(lines.filter(line => /\s$/.test(line))).toEqual([]);
    expect(text).not.toMatch(/\n{3}|\r/);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('says the same in text and HTML', () => {
    const inHtml = readable(html);
    // The ready answers stand behind their buttons in HTML; everything else is the same words.
    const paragraphs = text
      .split('\n\n')
      .slice(1)
      .map(paragraph => paragraph.replace(/\n */g, ' ').trim())
      .filter(paragraph => !/^(\( \)|- |_|[A-ZÆØÅ ]+$|Til|Andel|Svar med)/.test(paragraph));
    const sentences = paragraphs.flatMap(paragraph => paragraph.split(/(?<=[.?]) /)).filter(each => each.length > 20);
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.filter(sentence => !inHtml.includes(sentence))).toEqual([]);
  });

  test('keeps money and dates on one line', () => {
    expect(text).not.toMatch(/\bkr \d|\d \d{3}\b(?! \d{2})|\b\d{1,2}\. (?:mars|desember|januar)/);
  });

  test('is the same each time', () => {
    expect(writeLetter(facts)).toEqual({ subject, text, html, quotable });
  });
});

describe('a value cannot become anything else', () => {
  const evil =
    '<script>alert(1)</script>{{lead}}</mj-text><mj-include path="/etc/passwd" />"\'&\r\nBcc: x@evil.example';
  const letter = aLetter({
    kind: 'request',
    addressees: [hitra({ name: evil, theirReference: evil })],
    quoted: [{ from: evil, sentAt: '2014-02-27T08:46:00Z', to: evil, subject: evil, text: evil }],
    attachmentNames: [evil],
  });
  const sender = { ...letter.sender, name: evil, title: evil, unit: evil, phone: evil };
  const campaign = { ...letter.campaign, title: evil, ask: evil, text: evil, reference: evil };
  const { subject, text, html } = writeLetter({ ...letter, sender, campaign, replyTo: `a"><script>@evil.example` });

  test('in HTML it is text', () => {
    expect(html).not.toMatch(/<script|<mj-|\{\{|\/etc\/passwd"/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&#123;&#123;lead&#125;&#125;');
  });

  test('in a subject and a head row it is one line', () => {
    expect(subject).not.toMatch(/[\r\n]/);
    const [own] = text.split('____');
    expect(own).not.toMatch(/^Bcc:/m);
  });

  test('in a link it is encoded', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
    expect(links).toHaveLength(4);
    for (const href of links) expect(href).toMatch(/^mailto:[\w%.@+()!*~-]+\?subject=[^<>\s&]+&amp;body=[^<>\s&]+$/);
  });
});

describe('the ready answers in HTML', () => {
  test('open a mail that begins with one full sentence in plain spaces', () => {
    const [first] = [...writeLetter(aLetter()).html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
    const link = new URL(first!.replaceAll('&amp;', '&'));
    expect(link.pathname).toBe('svar+h7k2qf@purrebot.ks.example');
    expect(link.searchParams.get('subject')).toBe(`SV: ${writeLetter(aLetter()).subject}`);
    expect(link.searchParams.get('body')).toBe(
      'Hitra kommune slutter seg til ordningen med kr 13 431.\r\n\r\nVedtak (organ og dato), hvis det finnes: \r\nNavn og rolle: \r\nSaksnummeret deres: ',
    );
  });
});

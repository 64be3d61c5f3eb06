import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { ROLE_WORDS } from '../../rules/people/person.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebWorld } from '../web-world.ts';
import { demoBar } from './demo-bar.ts';
import { holdAlert } from './hold-alert.ts';
import { icon, SPRITE } from './icons.ts';
import { shownNotice, waitingNotice } from './notice.ts';
import { workCounts } from './work-counts.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Which of the main menu's pages one belongs to; null = none of them. */
export type Current = 'oversikt' | 'avklaring' | 'brev' | 'kommuner' | null;

export interface PageParts {
  title: string;
  current: Current;
  main: Html;
}

/** A whole page for somebody who is signed in: menu with counts, what holds sending, the notice, the page itself, the foot. */
export function page(c: Context, world: WebWorld, person: SignedIn, { title, current, main }: PageParts) {
  const counts = workCounts(world);
  const item = (name: Exclude<Current, null>, href: string, words: string, count = 0) =>
    html`<li><a href="${href}"${current === name ? html` aria-current="page"` : ''}>${words}${
      count > 0 ? html` <span class="count">${count}</span>` : ''
    }</a></li>`;
  const notice = waitingNotice(world, person);
  return c.html(
    document(
      `${title} – Purrebot`,
      html`${demoBar(world)}
<header class="top"><div class="wrap">
<a class="brand" href="/">${icon('logo')} Purrebot</a>
<nav aria-label="Hovedmeny"><ul>
${item('oversikt', '/', 'Oversikt')}${item('avklaring', '/avklaring', 'Til avklaring', counts.reviews)}${item('brev', '/brev', 'Dagens brev', counts.letters)}${item('kommuner', '/kommuner', 'Kommuner')}
</ul></nav>
<a class="stopp" href="/brev#nodstopp">${icon('stopp')} Nødstopp</a>
<span class="small soft row"><span title="${ROLE_WORDS[person.role]}">${person.actsAs}</span>${
        world.demo === null
          ? html`<a class="ds-link" href="/konto">Konto</a><form class="inline-form" method="post" action="/logg-ut"><button class="link-button" type="submit">Logg ut</button></form>`
          : ''
      }</span>
</div></header>
<main id="innhold" tabindex="-1"><div class="wrap">
${holdAlert(world, person)}${shownNotice(notice)}
${main}
</div></main>
${foot(world)}`,
    ),
  );
}

/** A page for somebody who is not signed in: sign-in, the accessibility statement, «not found». */
export function openPage(
  c: Context,
  world: WebWorld,
  title: string,
  main: Html,
  status: 200 | 400 | 403 | 404 | 429 | 500 | 503 = 200,
) {
  return c.html(
    document(
      `${title} – Purrebot`,
      html`<header class="top"><div class="wrap"><a class="brand" href="/">${icon('logo')} Purrebot</a></div></header>
<main id="innhold" tabindex="-1"><div class="wrap narrow">${main}</div></main>
${foot(world)}`,
    ),
    status,
  );
}

function document(title: string, body: Html): Html {
  return html`<!DOCTYPE html>
<html lang="nb" data-color-scheme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/stil/tema.css">
<link rel="stylesheet" href="/stil/designsystemet.css">
<link rel="stylesheet" href="/stil/purrebot.css">
</head>
<body data-size="sm" data-color="accent">
${SPRITE}
<a class="ds-skip-link" href="#innhold">Hopp til innholdet</a>
${body}
</body>
</html>`;
}

function foot(world: WebWorld): Html {
  return html`<footer><div class="wrap">Purrebot for ${world.unit} · <a class="ds-link" href="/tilgjengelighet">Tilgjengelighetserklæring</a> · Folketall: Statistisk sentralbyrå</div></footer>`;
}

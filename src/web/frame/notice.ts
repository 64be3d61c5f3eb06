import { html } from 'hono/html';
import { setNotice, takeNotice } from '../../register/web-sessions.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebWorld } from '../web-world.ts';

/** What a page says about what she just did. `undo` is a form's address that takes it back. */
export interface Notice {
  color: 'success' | 'info' | 'warning' | 'danger';
  words: string;
  undo?: { action: string; fields: Record<string, string> };
  link?: { href: string; words: string };
}

/** The demo has no sessions; its one reader's notice waits here. */
const demoNotices = new WeakMap<WebWorld, Notice>();

/** Kept until her next page. */
export function leaveNotice(world: WebWorld, person: SignedIn, notice: Notice): void {
  if (person.sessionHash === null) demoNotices.set(world, notice);
  else setNotice(world.register, person.sessionHash, JSON.stringify(notice));
}

export function waitingNotice(world: WebWorld, person: SignedIn): Notice | null {
  if (person.sessionHash === null) {
    const notice = demoNotices.get(world) ?? null;
    demoNotices.delete(world);
    return notice;
  }
  const kept = takeNotice(world.register, person.sessionHash);
  return kept === null ? null : (JSON.parse(kept) as Notice);
}

export function shownNotice(notice: Notice | null) {
  if (notice === null) return '';
  const { color, words, undo, link } = notice;
  return html`<div class="ds-alert" data-color="${color}" role="status"><p>${words}${
    link === undefined ? '' : html` <a class="ds-link" href="${link.href}">${link.words}</a>`
  }</p>${
    undo === undefined
      ? ''
      : html`<form class="inline-form" method="post" action="${undo.action}">${Object.entries(undo.fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
        )}<button class="ds-button" data-variant="tertiary" type="submit">Angre</button></form>`
  }</div>`;
}

import type { Context } from 'hono';
import { html } from 'hono/html';
import { takeInCampaign } from '../../jobs/register-campaign.ts';
import { tryCampaign } from '../../jobs/try-campaign.ts';
import type { CampaignFault } from '../../rules/campaign/campaign-fault.ts';
import { textOf } from '../case/answer-fields.ts';
import { faultList } from '../frame/fault-list.ts';
import { submit } from '../frame/fields.ts';
import { filesIn, keepUpload, type UploadedFile, uploadOf, uploadTakenIn } from '../frame/kept-uploads.ts';
import { leaveNotice } from '../frame/notice.ts';
import { type Html, page } from '../frame/page.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { type CheckedForm, checkForm, fieldOf } from './check-form.ts';
import { type FormValues, valuesFrom } from './form-values.ts';
import { campaignForm, emptyForm, hiddenForm } from './form-view.ts';
import { proposal } from './proposal-view.ts';

/** «Ny henvendelse»: fill in, see what it would be (nothing is stored), save. What is saved is a campaign file's content. */
export function addNewCampaign(app: WebApp, world: WebWorld): void {
  app.get('/ny-henvendelse', needs(world, 'decide'), c => {
    const person = c.get('person');
    return shown(c, world, person, html``, campaignForm(world, emptyForm(world, person), [], null));
  });
  app.post('/ny-henvendelse', needs(world, 'decide'), async c => {
    const person = c.get('person');
    const form = await c.req.parseBody({ all: true });
    const upload = uploadOf(world, person, textOf(form, 'utkast'));
    if (upload?.done != null) return c.redirect(upload.done, 303);
    const values = valuesFrom(form);
    const fresh = [...(await filesIn(form, 'mottakerfil')).slice(0, 1), ...(await filesIn(form, 'vedlegg'))];
    const files = together(upload?.files ?? [], fresh, values.keep);
    const checked = checkForm(world, values, files);
    const todo = textOf(form, 'gjor');
    if (todo === 'fil')
      return c.body(checked.text, 200, {
        'Content-Type': 'text/markdown; charset=utf-8',
        'Content-Disposition': `attachment; filename="${checked.fileName}"`,
      });
    let refused: string | null = null;
    if (todo === 'lagre' && !('faults' in checked.parsed)) {
      const ready = { ...checked.parsed, files: checked.attached };
      const order = { by: person.actsAs, now: world.now(), newToken: world.newToken };
      const saved = takeInCampaign(world.register, ready, order);
      if ('id' in saved) {
        const href = `/henvendelser/${saved.id}`;
        uploadTakenIn(world, textOf(form, 'utkast'), href);
        const words = 'Henvendelsen er lagret. Ingen brev er sendt ennå.';
        leaveNotice(world, person, {
          color: 'success',
          words,
          link: { href: `${href}/send`, words: 'Send henvendelsen' },
        });
        return c.redirect(href, 303);
      }
      refused = saved.refused;
    }
    return proposed(c, world, person, values, files, checked, refused);
  });
}

/** Files of before that shall stay, and new ones; a new one takes the place of one of its name, a new CSV that of the old. */
function together(before: readonly UploadedFile[], fresh: readonly UploadedFile[], keep: string[]): UploadedFile[] {
  const hasCsv = fresh.some(one => one.field === 'mottakerfil');
  const stays = (one: UploadedFile) =>
    keep.includes(one.name) &&
    !(hasCsv && one.field === 'mottakerfil') &&
    !fresh.some(other => other.field === one.field && other.name === one.name);
  return [...before.filter(stays), ...fresh];
}

function proposed(
  c: Context,
  world: WebWorld,
  person: SignedIn,
  given: FormValues,
  files: UploadedFile[],
  { parsed, text, attached }: CheckedForm,
  refused: string | null,
) {
  // What is here now is what the next form speaks of; a lost file has been told once.
  const values = { ...given, keep: files.map(one => one.name) };
  const key = keepUpload(world, person, files);
  const order = { by: person.actsAs, now: world.now(), newToken: world.newToken };
  const tried =
    'faults' in parsed ? null : tryCampaign(world.register, { ...parsed, files: attached }, world.letters, order);
  const taken =
    tried !== null && 'refused' in tried ? [idIsTaken(tried.refused)] : refused === null ? [] : [idIsTaken(refused)];
  const faults = 'faults' in parsed ? parsed.faults : taken;
  const found = 'faults' in parsed ? parsed.found : [];
  const isSound = tried !== null && !('refused' in tried) && !('faults' in parsed) && faults.length === 0;
  c.status(isSound ? 200 : 400);
  const download = html`<form method="post" action="/ny-henvendelse">${hiddenForm(values, files, key)}<div class="row noprint">${
    isSound ? submit('Lagre', { name: 'gjor', value: 'lagre', look: 'primary' }) : ''
  }${submit('Last ned som fil', { name: 'gjor', value: 'fil' })}<a class="ds-link" href="#skjema">Endre skjemaet</a></div></form>`;
  return shown(
    c,
    world,
    person,
    html`${faultList(faults, parsed.warnings, fieldOf)}
${isSound ? proposal(parsed.campaign, tried) : ''}
${found.length === 0 ? '' : html`<section aria-labelledby="funnet"><h2 class="ds-heading" data-size="xs" id="funnet">Mottakere som er funnet (${found.length})</h2><p>${found.map(one => one.municipality).join(', ')}</p></section>`}
<details class="ds-details" data-color="neutral"><summary>Henvendelsens fil</summary><div><div class="doc text">${text}</div></div></details>
${download}`,
    html`<section aria-labelledby="endre"><h2 class="ds-heading" data-size="sm" id="endre">Endre skjemaet</h2>${campaignForm(world, values, files, key)}</section>`,
    isSound ? 'Forslag til henvendelse' : 'Ny henvendelse',
  );
}

function idIsTaken(refused: string): CampaignFault {
  const isTaken = refused.includes('registrert fra før');
  return {
    line: null,
    place: 'id',
    expected: isTaken ? 'et navn som ikke er brukt' : 'en henvendelse som kan registreres',
    found: isTaken ? 'et som er registrert fra før' : refused,
    whatToDo: isTaken ? 'Skriv et annet kort navn.' : 'Rett det og prøv igjen.',
  };
}

function shown(c: Context, world: WebWorld, person: SignedIn, before: Html, form: Html, title = 'Ny henvendelse') {
  return page(c, world, person, {
    title,
    current: 'oversikt',
    main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/">Oversikt</a> / Ny henvendelse</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">${title}</h1><p class="soft">Ingenting er lagret ennå, og ingenting sendes når du lagrer.</p></div></div>
${before}
${form}`,
  });
}

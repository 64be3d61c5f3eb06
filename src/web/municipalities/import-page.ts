import { html } from 'hono/html';
import {
  type ContactChange,
  type ContactImport,
  importContacts,
  planContactImport,
} from '../../jobs/import-contacts.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { ROLE_NAMES } from '../../rules/standing/journal-words.ts';
import { textOf } from '../case/answer-fields.ts';
import { faultList } from '../frame/fault-list.ts';
import { field, submit } from '../frame/fields.ts';
import { filesIn, keepUpload, uploadOf, uploadTakenIn } from '../frame/kept-uploads.ts';
import { leaveNotice } from '../frame/notice.ts';
import { type Html, page } from '../frame/page.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

/** A CSV of contacts: first what it would change, row by row; then, with a second click, all of it or nothing. */
export function addImportPage(app: WebApp, world: WebWorld): void {
  app.get('/kommuner/import', needs(world, 'decide'), c => shown(c, world, c.get('person'), html``));
  app.post('/kommuner/import', needs(world, 'decide'), async c => {
    const person = c.get('person');
    const form = await c.req.parseBody();
    const key = textOf(form, 'utkast');
    if (key !== '') return takeIn(key, textOf(form, 'merke'));
    const [file] = await filesIn(form, 'fil');
    if (file === undefined)
      return shown(
        c,
        world,
        person,
        html`<div class="ds-alert" data-color="danger" role="alert"><p>Velg en CSV-fil først.</p></div>`,
        400,
      );
    const plan = planContactImport(world.register, { ...file, fileName: file.name }, osloDate(world.now()));
    const kept = plan.faults.length > 0 ? null : keepUpload(world, person, [file]);
    return shown(c, world, person, dryRun(file.name, plan, kept), plan.faults.length > 0 ? 400 : 200);

    function takeIn(key: string, mark: string) {
      const upload = uploadOf(world, person, key);
      if (upload?.done != null) return c.redirect(upload.done, 303);
      const kept = upload?.files[0];
      if (kept === undefined) {
        leaveNotice(world, person, {
          color: 'warning',
          words: 'Filen er ikke her lenger. Ingenting er lagret. Velg den på nytt.',
        });
        return c.redirect('/kommuner/import', 303);
      }
      const act = { by: person.actsAs, at: world.now() };
      const result = importContacts(world.register, { ...kept, fileName: kept.name }, mark, act);
      if ('refused' in result) {
        leaveNotice(world, person, { color: 'warning', words: result.refused });
        return c.redirect('/kommuner/import', 303);
      }
      uploadTakenIn(world, key, '/kommuner');
      const words = `${result.changed === 1 ? '1 kontakt er' : `${result.changed} kontakter er`} lagret fra ${kept.name}.`;
      leaveNotice(world, person, { color: 'success', words });
      world.nudge();
      return c.redirect('/kommuner', 303);
    }
  });
}

function shown(
  c: Parameters<typeof page>[0],
  world: WebWorld,
  person: SignedIn,
  result: Html,
  status: 200 | 400 = 200,
) {
  c.status(status);
  return page(c, world, person, {
    title: 'Les inn kontakter',
    current: 'kommuner',
    main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/kommuner">Kommuner</a> / Les inn kontakter</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">Les inn kontakter</h1><p class="soft">Fra en CSV-fil. Du ser hva som endres før noe lagres.</p></div></div>
${result}
<form class="box stack narrow noprint" method="post" action="/kommuner/import" enctype="multipart/form-data">${field(
      'fil',
      'CSV-fil',
      html`<input class="ds-input" type="file" id="fil" name="fil" accept=".csv,.txt,.tsv,text/csv" required aria-describedby="fil-om">`,
      'Første linje har overskrifter: kommunenr, kommune, e-post, kontakt, kontakt e-post, rådmann, rådmann e-post. Høyst 5 MB.',
    )}${submit('Vis hva som endres')}</form>`,
  });
}

const WHAT = {
  new: { color: 'success', words: 'Ny' },
  changed: { color: 'warning', words: 'Endres' },
  same: { color: 'neutral', words: 'Som før' },
} as const;

function dryRun(fileName: string, { rows, faults, warnings, mark }: ContactImport, key: string | null): Html {
  const all = rows.flatMap(row => row.changes);
  const count = (what: ContactChange['what']) => all.filter(one => one.what === what).length;
  const toSave = count('new') + count('changed');
  const cells = ({ role, name, address, before, what }: ContactChange) =>
    html`<td data-l="Hvem">${ROLE_NAMES[role]}</td><td data-l="Nå">${before.length === 0 ? html`<span class="soft">–</span>` : before.map(one => html`<span class="text">${[one.name, one.address].filter(part => part !== '').join(', ')}</span> `)}</td><td data-l="I filen"><span class="text">${[name, address].filter(part => part !== '').join(', ')}</span></td><td data-l="Hva skjer"><span class="ds-tag" data-color="${WHAT[what].color}">${WHAT[what].words}</span></td>`;
  const shownRows = rows.flatMap(row => {
    const head = html`<td data-l="Linje" class="num">${row.line}</td><th scope="row">${row.municipality} <span class="small num">${row.number}</span></th>`;
    if (row.changes.length === 0)
      return [
        html`<tr>${head}<td class="none"></td><td class="none"></td><td data-l="I filen"><span class="soft">ingen adresse</span></td><td data-l="Hva skjer">Ingenting</td></tr>`,
      ];
    return row.changes.map(change => html`<tr>${head}${cells(change)}</tr>`);
  });
  return html`${faultList(faults, warnings)}<section aria-labelledby="prove"><h2 class="ds-heading" data-size="xs" id="prove">${fileName}: ${count('new')} nye, ${count('changed')} endres, ${count('same')} som før</h2>
${faults.length > 0 ? html`<p>Ingenting kan lagres før feilene er rettet i filen.</p>` : toSave === 0 ? html`<p>Registeret har alt fra før. Det er ingenting å lagre.</p>` : ''}
${rows.length === 0 ? '' : html`<table class="ds-table cards"><thead><tr><th scope="col">Linje</th><th scope="col">Kommune</th><th scope="col">Hvem</th><th scope="col">Nå</th><th scope="col">I filen</th><th scope="col">Hva skjer</th></tr></thead><tbody>${shownRows}</tbody></table>`}
${key === null || toSave === 0 ? '' : html`<form class="row noprint" method="post" action="/kommuner/import"><input type="hidden" name="utkast" value="${key}"><input type="hidden" name="merke" value="${mark}">${submit(`Lagre ${toSave === 1 ? '1 kontakt' : `${toSave} kontakter`}`, { look: 'primary' })}</form>`}</section>`;
}

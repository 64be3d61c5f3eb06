import { html } from 'hono/html';
import { municipalitiesOn } from '../../register/municipality-list.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { dateField, field, radio, selectField, submit, textArea, textField } from '../frame/fields.ts';
import type { UploadedFile } from '../frame/kept-uploads.ts';
import type { Html } from '../frame/page.ts';
import type { SignedIn } from '../guard/signed-in.ts';
import type { WebWorld } from '../web-world.ts';
import { FIELDS, type FieldName, type FormValues, valuesFrom } from './form-values.ts';

/** What stands in an empty form: the person as sender, the usual choices. */
export function emptyForm(world: WebWorld, person: SignedIn): FormValues {
  const year = osloDate(world.now()).slice(0, 4);
  return valuesFrom({
    type: 'tilslutning',
    purreplan: 'standard',
    folketall: `${year}-01-01`,
    navn: person.name,
    epost: person.address,
    enhet: world.unit,
    hvem: 'fylke',
  });
}

/** All that a campaign file says. `key` names the files that wait since the last look. */
export function campaignForm(
  world: WebWorld,
  { fields, counties, withCounty }: FormValues,
  files: readonly UploadedFile[],
  key: string | null,
): Html {
  const today = osloDate(world.now());
  const all = new Map<string, number>();
  for (const one of municipalitiesOn(world.register, today))
    if (one.kind === 'municipality') all.set(one.county, (all.get(one.county) ?? 0) + 1);
  const text = (id: FieldName, label: string, more: { about?: string; type?: string; most?: number } = {}) =>
    textField(id, label, { value: fields[id], ...more });
  const check = (id: string, name: string, value: string, words: string, checked: boolean) =>
    html`<div class="ds-field"><input class="ds-input" type="checkbox" id="${id}" name="${name}" value="${value}"${checked ? html` checked` : ''}><label class="ds-label" for="${id}">${words}</label></div>`;
  const kept = (name: string) =>
    files
      .filter(one => one.field === name)
      .map((one, index) =>
        check(`behold-${name}-${index}`, 'behold', one.name, `Ta med ${one.name} (${size(one)})`, true),
      );
  const part = (title: string, id: string, body: Html) =>
    html`<section class="stack" aria-labelledby="${id}"><h2 class="ds-heading" data-size="xs" id="${id}">${title}</h2>${body}</section>`;
  return html`<form class="narrow" id="skjema" method="post" action="/ny-henvendelse" enctype="multipart/form-data">${key === null ? '' : html`<input type="hidden" name="utkast" value="${key}">`}
${part(
  'Hva det gjelder',
  'del-hva',
  html`${text('tittel', 'Tittel', { about: 'Emnet i e-postene, det samme i alle brev.' })}${text('ref', 'Vår ref.', { about: 'Saksnummeret deres, for eksempel 13/01746.' })}${selectField(
    'type',
    'Type',
    [
      { value: 'tilslutning', words: 'Slutte seg til en ordning' },
      { value: 'signatur', words: 'Returnere en signert avtale' },
    ],
    fields.type,
  )}${text('id', 'Kort navn', { about: 'Små bokstaver, tall og bindestrek. Tomt: lages av tittelen.', most: 40 })}`,
)}
${part('Vilkår', 'del-vilkar', html`${text('grunnbelop', 'Fast sum i kroner', { most: 20 })}${text('perinnbygger', 'Kroner per innbygger', { most: 20 })}${dateField('folketall', 'Folketallet gjelder for', fields.folketall)}${text('aar', 'Første år', { most: 4 })}`)}
${part(
  'Frist og påminnelser',
  'del-frist',
  html`${dateField('frist', 'Svarfrist', fields.frist)}${dateField('frist2', 'Neste frist', fields.frist2, 'Bare hvis du vil ha flere.')}${dateField('frist3', 'Siste frist', fields.frist3)}${selectField(
    'purreplan',
    'Purreplan',
    [
      { value: 'standard', words: 'Standard: påminnelser rundt fristen, som du godkjenner' },
      { value: 'ingen', words: 'Ingen: bare runder du bestiller selv' },
    ],
    fields.purreplan,
  )}`,
)}
${part('Brevet', 'del-brev', html`${text('oppfordring', 'Vi ber kommunen om å …', { most: 500 })}${textArea('tekst', 'Hva saken gjelder', fields.tekst, { rows: 10, about: 'Noen korte avsnitt. Frist, beløp og svarmåte setter Purrebot inn selv. Felt du kan bruke: {kommune}, {andel}, {innbyggere}, {folketallsdato}, {frist}, {år}, {vår ref}.' })}${text('oppfordring-nn', 'Vi ber kommunen om å … (nynorsk)', { most: 500 })}${textArea('tekst-nn', 'Hva saken gjelder (nynorsk)', fields['tekst-nn'], { rows: 10, about: 'Til kommuner med nynorsk som målform. Uten den får de bokmål.' })}`)}
${part('Avsender', 'del-avsender', html`${text('navn', 'Navn')}${text('epost', 'E-postadresse', { type: 'email', most: 254 })}${text('stilling', 'Tittel')}${text('enhet', 'Enhet')}${text('telefon', 'Telefon', { most: 40 })}`)}
${part(
  'Mottakere',
  'mottakere',
  html`<fieldset class="ds-fieldset choices"><legend class="ds-label">Hvem skal ha brevet?</legend>
${radio('hvem', 'fylke', 'Alle kommuner i fylker jeg velger', { checked: fields.hvem === 'fylke' })}<div class="more">${[
    ...all,
  ]
    .sort(([a], [b]) => new Intl.Collator('nb').compare(a, b))
    .map(([county, count], index) =>
      check(`fylke-${index}`, 'fylke', county, `${county} (${count})`, counties.includes(county)),
    )}${check('fylkeskommuner', 'fylkeskommuner', 'ja', 'Også fylkeskommunen', withCounty)}</div>
${radio('hvem', 'liste', 'En liste jeg limer inn', { checked: fields.hvem === 'liste' })}<div class="more">${textArea('liste', 'Én kommune på hver linje', fields.liste, { rows: 8, about: 'Navn eller nummer. Adressen kan stå bak: «Hitra <postmottak@hitra.kommune.no>».' })}</div>
${radio('hvem', 'fil', 'En CSV-fil', { checked: fields.hvem === 'fil' })}<div class="more">${kept('mottakerfil')}${field('mottakerfil', 'CSV-fil', html`<input class="ds-input" type="file" id="mottakerfil" name="mottakerfil" accept=".csv,.txt,.tsv,text/csv" aria-describedby="mottakerfil-om">`, 'Overskrifter: kommunenr, kommune, e-post, kontakt, kontakt e-post, rådmann, rådmann e-post.')}</div></fieldset>`,
)}
${part('Vedlegg', 'del-vedlegg', html`${kept('vedlegg')}${field('vedlegg', 'Filer som følger alle brev', html`<input class="ds-input" type="file" id="vedlegg" name="vedlegg" multiple aria-describedby="vedlegg-om">`, 'Høyst 5 MB til sammen.')}`)}
<div class="row noprint">${submit('Vis forslaget', { name: 'gjor', value: 'vis', look: key === null ? 'primary' : 'secondary' })}</div><p class="small soft">Ingenting er lagret før du har sett forslaget og trykker «Lagre».</p></form>`;
}

/** The same values as hidden fields: what is saved is what was shown. */
export function hiddenForm(
  { fields, counties, withCounty }: FormValues,
  files: readonly UploadedFile[],
  key: string,
): Html {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  return html`${hidden('utkast', key)}${FIELDS.map(name => hidden(name, fields[name]))}${counties.map(one => hidden('fylke', one))}${withCounty ? hidden('fylkeskommuner', 'ja') : ''}${files.map(one => hidden('behold', one.name))}`;
}

function size({ bytes }: UploadedFile): string {
  return bytes.byteLength < 1024 * 1024
    ? `${Math.ceil(bytes.byteLength / 1024)} kB`
    : `${(bytes.byteLength / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

import { campaignById } from '../../register/campaigns.ts';
import { ballWords, deliveryWords } from '../../rules/standing/standing-words.ts';
import { type Cell, csvFile, xlsxFile } from '../frame/table-files.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { campaignPageFacts } from './campaign-facts.ts';
import { lookedFor, lookFrom } from './case-look.ts';
import { type CaseRow, sortedRows } from './case-row.ts';

const HEAD = [
  'Kommunenummer',
  'Kommune',
  'Fylke',
  'Svar',
  'Merknad',
  'Hos hvem',
  'Levering',
  'Kilde',
  'Beløp (kr)',
  'Oppgitt beløp (kr)',
  'Behandles',
  'Vedtatt',
  'Deres ref.',
  'Neste steg',
];

function cells(row: CaseRow): Cell[] {
  const { municipality, standing, tag } = row;
  const source = standing.source === null ? null : standing.source === 'robot' ? 'robot' : 'person';
  return [
    municipality.number,
    municipality.name,
    municipality.county,
    tag.words,
    tag.beside,
    ballWords(standing),
    deliveryWords(standing),
    source,
    row.amountNok,
    standing.details?.amountNok ?? null,
    standing.details?.expectedBy ?? null,
    standing.details?.decidedOn ?? null,
    standing.theirReferences.join(', '),
    row.next.words,
  ];
}

/** The table as it is looked at, for a spreadsheet. */
export function addCaseExports(app: WebApp, world: WebWorld): void {
  const rowsOf = (id: string, asked: Record<string, string>) => {
    const campaign = campaignById(world.register, id);
    if (campaign === null) return null;
    const look = lookFrom(asked);
    const facts = campaignPageFacts(world, campaign, look.day);
    const rows = sortedRows(lookedFor(facts.rows, look), look.sort, look.descending);
    return { rows, name: `${campaign.id.replace(/[^\w-]+/g, '-')}-${facts.day}` };
  };
  app.get('/henvendelser/:id/kommuner.csv', c => {
    const found = rowsOf(c.req.param('id'), c.req.query());
    return found === null ? c.notFound() : csvFile(c, found.name, HEAD, found.rows.map(cells));
  });
  app.get('/henvendelser/:id/kommuner.xlsx', c => {
    const found = rowsOf(c.req.param('id'), c.req.query());
    return found === null ? c.notFound() : xlsxFile(c, found.name, HEAD, found.rows.map(cells));
  });
}

import writeExcelFile from 'write-excel-file/node';
import { campaignById } from '../../register/campaigns.ts';
import { csvTable } from '../../rules/export/csv-table.ts';
import { plainCell } from '../../rules/export/table-cell.ts';
import { ballWords, deliveryWords } from '../../rules/standing/standing-words.ts';
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

type Cell = string | number | null;

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

/** The table as it is looked at, for a spreadsheet. Words are written as words: none is ever a formula. */
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
    if (found === null) return c.notFound();
    return c.body(csvTable([HEAD, ...found.rows.map(cells)]), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.name}.csv"`,
    });
  });
  app.get('/henvendelser/:id/kommuner.xlsx', async c => {
    const found = rowsOf(c.req.param('id'), c.req.query());
    if (found === null) return c.notFound();
    const head = HEAD.map(value => ({ value, fontWeight: 'bold' as const }));
    const body = found.rows.map(row =>
      cells(row).map(value => (typeof value === 'string' ? { value: plainCell(value), type: String } : value)),
    );
    const file = await writeExcelFile([head, ...body]).toBuffer();
    return c.body(new Uint8Array(file), 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${found.name}.xlsx"`,
    });
  });
}

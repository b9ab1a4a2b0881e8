import 'reflect-metadata';
import { parse } from 'csv-parse/sync';
import { recorded } from '#event-sourcing/testing';
import { accordChapters } from '../catalogue/accord-chapters.js';
import { jsonSchemaOf } from '../catalogue/json-schema.adapter.js';
import { csvRow } from './csv-row.js';
import { exportPlans } from './export-plans.js';
import { exportTable } from './export-table.js';
import { pseudonymise } from './pseudonymise.js';

const plans = exportPlans(accordChapters, jsonSchemaOf);
const reviews = exportTable(new Map([...plans].filter(([type]) => type === 'ReviewHeld')));
const reviewHeld = accordChapters[0]!.samples['ReviewHeld']!;

describe('a table of events', () => {
  it('has columns for what all events have, and for each field of the types under its path, without what is withheld', () => {
    const { names } = reviews;
    expect(names.slice(0, 3)).toEqual(['position', 'type', 'stream']);
    expect(names.filter((name) => name.startsWith('data.'))).toEqual([
      ...['reviewId', 'kind', 'heldOn', 'participants', 'responsibleContactOwn'].map((name) => `data.${name}`),
      ...['responsibleContactPartner', 'partnerManagerId'].map((name) => `data.${name}`),
      ...['strategicFit', 'results', 'delivery', 'communication', 'trust'].map((name) => `data.scoresOwn.${name}`),
      ...['strategicFit', 'results', 'delivery', 'communication', 'trust'].map((name) => `data.scoresPartner.${name}`),
      ...['outcome', 'openActionStatus', 'nextReviewOn', 'oneSided'].map((name) => `data.${name}`),
    ]);
  });

  it('holds values as a table has them: numbers and flags as such, lists as JSON, nothing where there is none', () => {
    const event = pseudonymise(recorded(reviewHeld, 2, 'partnership-prt_1'), plans.get('ReviewHeld')!, (kind) => kind);
    const text = csvRow(reviews.names) + csvRow(reviews.row(event));
    expect(parse(text, { columns: true })).toMatchObject([
      {
        stream: 'partnership',
        streamId: 'prt_1',
        revision: '2',
        actor: 'user',
        actorRoles: '["PARTNER_MANAGER"]',
        withheld: '["summary"]',
        'data.scoresOwn.trust': '4',
        'data.scoresPartner.trust': '',
        'data.oneSided': 'false',
        'data.participants': '[{"side":"OWN","personId":"person"},{"side":"PARTNER","personId":"person"}]',
      },
    ]);
  });
});

describe('a row of a CSV file', () => {
  it('comes back from a parser as it was, whatever stands in it', () => {
    const values = ['a,b', 'say "x"', 'two\nlines', '', -5, 0.25, true, null, undefined, ['x'], { a: 'b,"c' }];
    const [row] = parse(csvRow(values), { relax_column_count: true });
    const text = ['a,b', 'say "x"', 'two\nlines', '', '-5', '0.25', 'true', '', '', '["x"]', '{"a":"b,\\"c"}'];
    expect(row).toEqual(text);
  });

  it.each(['=1+1', ' +1', '-1', '@a', '＝1'])('lets no spreadsheet run a text: %s', (text) => {
    expect(csvRow([text])).toBe(`'${text}\n`);
  });
});

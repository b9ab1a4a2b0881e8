import fc from 'fast-check';
import { csvCell } from '#csv';
import { knownProfiles } from './detect-profile.js';
import { mapRows } from './map-rows.js';
import { readMappingFile } from './mapping-file.js';
import type { Profile } from './profile.js';
import { readTable } from './read-table.js';
import type { Table } from './table.js';

/** Every profile there is, and a mapping file that takes the first two columns, read over one table. */
function profilesFor(table: Table): readonly Profile[] {
  const [name = '', category = name] = table.header;
  const yaml = JSON.stringify({
    sourceSystem: 'x',
    columns: { legalName: name, category, externalId: name, originalStartOn: category, domain: name, country: name },
    defaults: { openingState: 'ACTIVE' },
  });
  const read = readMappingFile(yaml, table.header);
  return read.outcome === 'ready' ? [...knownProfiles, read.profile] : knownProfiles;
}

function expectOneOutcomePerRow(table: Table): void {
  for (const profile of profilesFor(table)) {
    const plans = mapRows(table, profile, { today: '2026-09-30', knownManagerEmails: [] });
    expect(plans.map(({ rowNo }) => rowNo)).toEqual(table.rows.map(({ rowNo }) => rowNo));
  }
}

const templateCell = fc.oneof(
  fc.constantFrom(
    'SALES',
    'Service',
    'aktiv',
    'beendet',
    '',
    '2026-01-01',
    '31.12.2025',
    '13/13/2026',
    'A GmbH',
    '=1+1',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('whatever is given to the import', () => {
  it('bytes of any kind are read or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const table = readTable(bytes);
        if (table.outcome === 'read') expectOneOutcomePerRow(table);
      }),
      { numRuns: 500 },
    );
  });

  it('texts that look like a list are read or refused, never a crash', () => {
    const token = fc.constantFrom(
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\r\n',
      'A',
      'ü',
      '=',
      '2026-01-01',
      '1/2/2026',
      ' ',
      '\u0007',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        const table = readTable(new TextEncoder().encode(tokens.join('')));
        if (table.outcome === 'read') expectOneOutcomePerRow(table);
      }),
      { numRuns: 500 },
    );
  });

  it('every row of a list gets exactly one outcome, and no field of a plan is undefined', () => {
    const header = 'Firmenname;Kategorie;Status;Land;Domain;LEI;Beginn;Kündigungsfrist Monate;Vertragsende';
    const row = fc.array(templateCell, { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const text = [header, ...rows.map((cells) => cells.map(csvCell).join(';'))].join('\n');
        const table = readTable(new TextEncoder().encode(text));
        if (table.outcome === 'refused') return;
        const [, template] = knownProfiles;
        if (template === undefined) throw new Error('no template profile');
        const plans = mapRows(table, template, { today: '2026-09-30' });
        expect(plans).toHaveLength(table.rows.length);
        expect(JSON.parse(JSON.stringify(plans))).toStrictEqual(plans);
      }),
      { numRuns: 300 },
    );
  });

  it('a mapping file of any text is ready or refused, never a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (yaml) => {
        expect(['ready', 'refused']).toContain(readMappingFile(yaml, ['name', 'type']).outcome);
      }),
    );
  });
});

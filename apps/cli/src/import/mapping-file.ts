import { parseDocument } from 'yaml';
import type { Mapping } from './check-mapping.js';
import { cellKey, checkMapping } from './check-mapping.js';
import { readOpeningState } from './opening-state.js';
import { partnerCategories } from './partner-import.js';
import type { CategoryReading, OpeningStateReading, Profile, SourceCells } from './profile.js';
import { importFields, textOf } from './profile.js';
import { quoteValue } from './quote-value.js';
import { SALESFORCE, salesforceRecordId } from './salesforce-profile.js';
import type { TableRow } from './table.js';

/** The profile a mapping file describes, or everything that is wrong with it. */
export type MappingFileRead =
  | { readonly outcome: 'ready'; readonly profile: Profile }
  | { readonly outcome: 'refused'; readonly problems: readonly string[] };

/**
 * Reads a mapping file (`--map mapping.yaml`, format at `Mapping`) for a table with this header. Never throws. With
 * `sourceSystem: SALESFORCE` record ids are cut to 15 characters as the built-in profile does, so that both name the
 * same record.
 */
export function readMappingFile(yaml: string, header: readonly string[]): MappingFileRead {
  const parsed = parseYaml(yaml);
  if (parsed.problems.length > 0) return { outcome: 'refused', problems: parsed.problems };
  const { mapping, problems } = checkMapping(parsed.document, header);
  return problems.length > 0
    ? { outcome: 'refused', problems }
    : { outcome: 'ready', profile: mappingProfile(mapping) };
}

function parseYaml(yaml: string): { readonly document: unknown; readonly problems: readonly string[] } {
  try {
    const parsed = parseDocument(yaml);
    const problems = parsed.errors.map(({ message }) => `mapping: is no valid YAML: ${message}`);
    return { document: problems.length > 0 ? undefined : parsed.toJS({ maxAliasCount: 100 }), problems };
  } catch {
    return { document: undefined, problems: ['mapping: is no valid YAML: it cannot be resolved.'] };
  }
}

function mappingProfile(mapping: Mapping): Profile {
  const columns = Object.values(mapping.columns);
  return {
    name: `mapping file for ${mapping.sourceSystem}`,
    sourceSystem: mapping.sourceSystem,
    matches: (header) => columns.every((column) => header.includes(column)),
    unreadColumns: (header) => header.filter((column) => !columns.includes(column)),
    map: (row) => {
      const cells = mappedCells(row, mapping);
      return { cells, category: readCategory(cells, mapping), openingState: readState(cells, mapping) };
    },
    recordId: mapping.sourceSystem.toUpperCase() === SALESFORCE ? salesforceRecordId : (externalId) => externalId,
  };
}

function mappedCells(row: TableRow, { columns, defaults }: Mapping): SourceCells {
  const cells: SourceCells = Object.fromEntries(
    importFields.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [[field, { column, text: row.cells[column] ?? '' }]];
    }),
  );
  return defaults.country === undefined || textOf(cells, 'country') !== undefined
    ? cells
    : { ...cells, country: { column: 'defaults.country', text: defaults.country } };
}

function readCategory(cells: SourceCells, { values, skip }: Mapping): CategoryReading {
  const { column, text } = cells.category ?? { column: 'category', text: '' };
  const key = cellKey(text);
  const category = values.category.get(key) ?? partnerCategories.find((code) => code === text);
  if (skip.category.has(key)) {
    return { kind: 'skip', reason: `${column} ${quoteValue(text)} is no partner (skip.category of the mapping file).` };
  }
  return category === undefined
    ? {
        kind: 'unknown',
        message: `${column} ${quoteValue(text)} is not mapped: add it under values.category or skip.category of the mapping file.`,
      }
    : { kind: 'category', category };
}

function readState(cells: SourceCells, { columns, values, defaults }: Mapping): OpeningStateReading {
  const text = textOf(cells, 'openingState');
  if (text === undefined && defaults.openingState !== undefined) return { kind: 'state', state: defaults.openingState };
  const state = values.openingState.get(cellKey(text ?? ''));
  return state === undefined
    ? readOpeningState(text, columns.openingState ?? 'openingState')
    : { kind: 'state', state };
}

import { countryCode } from './country-code.js';
import type { OpeningState, PartnerCategory } from './partner-import.js';
import { openingStates, partnerCategories } from './partner-import.js';
import type { ImportField } from './profile.js';
import { importFields } from './profile.js';

/**
 * What a mapping file says, checked against the file it is for:
 *
 * ```yaml
 * sourceSystem: kubernetes-partner-page   # required; with the record id the key of a repeated import
 * columns:                                # field: column; legalName and category are required (all fields: importFields)
 *   legalName: name
 *   category: programme
 * values:                                 # what the cells of a column mean, case ignored
 *   category: { KCSP: SERVICE }           # to SALES, TECHNOLOGY or SERVICE
 *   openingState: { live: ACTIVE }        # to ONBOARDING, ACTIVE or SUSPENDED
 * skip:
 *   category: [Customer]                  # cells that say: this row is no partner
 * defaults:
 *   country: DE                           # where the cell is empty or there is no column
 *   openingState: ONBOARDING              # required unless columns.openingState is given
 * ```
 */
export interface Mapping {
  readonly sourceSystem: string;
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  /** Keys in lower case. */
  readonly values: {
    readonly category: ReadonlyMap<string, PartnerCategory>;
    readonly openingState: ReadonlyMap<string, OpeningState>;
  };
  /** In lower case. */
  readonly skip: { readonly category: ReadonlySet<string> };
  readonly defaults: { readonly country?: string; readonly openingState?: OpeningState };
}

type Tree = Readonly<Record<string, unknown>>;

/** Where problems are gathered while the parts are read. */
type Complain = (path: string, problem: string) => void;

/** Checks a parsed mapping file. `problems` names every fault with its place, so that one look repairs them all. */
export function checkMapping(
  document: unknown,
  header: readonly string[],
): { readonly mapping: Mapping; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const complain: Complain = (path, problem) => problems.push(`${path}: ${problem}`);
  const root = section(document, 'mapping', ['sourceSystem', 'columns', 'values', 'skip', 'defaults'], complain);
  const values = section(root['values'], 'values', ['category', 'openingState'], complain);
  const skip = section(root['skip'], 'skip', ['category'], complain);
  const mapping: Mapping = {
    sourceSystem: readSourceSystem(root['sourceSystem'], complain),
    columns: readColumns(root['columns'], header, complain),
    values: {
      category: readValues(values['category'], 'values.category', partnerCategories, complain),
      openingState: readValues(values['openingState'], 'values.openingState', openingStates, complain),
    },
    skip: { category: readSkip(skip['category'], complain) },
    defaults: readDefaults(root['defaults'], complain),
  };
  checkTogether(mapping, complain);
  return { mapping, problems };
}

function section(value: unknown, path: string, allowed: readonly string[], complain: Complain): Tree {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    complain(path, `must hold keys and values (${allowed.join(', ')}).`);
    return {};
  }
  const tree: Tree = Object.fromEntries(Object.entries(value));
  for (const key of Object.keys(tree).filter((name) => !allowed.includes(name))) {
    complain(path === 'mapping' ? key : `${path}.${key}`, `is not known; allowed are ${allowed.join(', ')}.`);
  }
  return tree;
}

function readSourceSystem(value: unknown, complain: Complain): string {
  if (typeof value === 'string' && /^[A-Za-z0-9][\w.-]{0,59}$/.test(value)) return value;
  complain('sourceSystem', 'is required: a short name of the source such as old-crm (letters, digits, ".", "_", "-").');
  return '';
}

function readColumns(value: unknown, header: readonly string[], complain: Complain): Mapping['columns'] {
  const tree = section(value, 'columns', importFields, complain);
  const found = importFields.flatMap((field): [ImportField, string][] => {
    const name = tree[field];
    if (name === undefined) return [];
    const column = typeof name === 'string' ? findColumn(name, header) : undefined;
    if (column !== undefined) return [[field, column]];
    const asked = typeof name === 'string' ? `the file has no column "${name}"` : 'the column name must be text';
    complain(`columns.${field}`, `${asked}; it has ${header.join(', ')}.`);
    return [];
  });
  for (const field of ['legalName', 'category'].filter((name) => tree[name] === undefined)) {
    complain(`columns.${field}`, `is required: name the column; the file has ${header.join(', ')}.`);
  }
  return Object.fromEntries(found);
}

function findColumn(name: string, header: readonly string[]): string | undefined {
  const key = name.trim().normalize('NFC').toLowerCase();
  return header.find((column) => column.toLowerCase() === key);
}

function readValues<Code extends string>(
  value: unknown,
  path: string,
  codes: readonly Code[],
  complain: Complain,
): ReadonlyMap<string, Code> {
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value)) {
    complain(path, `must hold "cell text: code" pairs with ${codes.join(', ')}.`);
    return new Map();
  }
  const pairs = Object.entries(value).flatMap(([text, named]): [string, Code][] => {
    const code = codes.find((known) => known === named);
    if (code !== undefined) return [[cellKey(text), code]];
    complain(`${path}.${text}`, `must be one of ${codes.join(', ')}.`);
    return [];
  });
  return new Map(pairs);
}

function readSkip(value: unknown, complain: Complain): ReadonlySet<string> {
  if (value === undefined || value === null) return new Set();
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return new Set(value.map(cellKey));
  complain('skip.category', 'must be a list of texts such as [Customer, Competitor]; put numbers in quotes.');
  return new Set();
}

function readDefaults(value: unknown, complain: Complain): Mapping['defaults'] {
  const tree = section(value, 'defaults', ['country', 'openingState'], complain);
  const country = typeof tree['country'] === 'string' ? countryCode(tree['country']) : undefined;
  const openingState = openingStates.find((state) => state === tree['openingState']);
  if (tree['country'] !== undefined && country === undefined) {
    complain('defaults.country', 'is no country: write its ISO code such as DE.');
  }
  if (tree['openingState'] !== undefined && openingState === undefined) {
    complain('defaults.openingState', `must be one of ${openingStates.join(', ')}.`);
  }
  return { ...(country === undefined ? {} : { country }), ...(openingState === undefined ? {} : { openingState }) };
}

function checkTogether({ columns, values, skip, defaults }: Mapping, complain: Complain): void {
  if (columns.openingState === undefined && defaults.openingState === undefined) {
    complain('defaults.openingState', `is required without columns.openingState: one of ${openingStates.join(', ')}.`);
  }
  for (const text of [...skip.category].filter((cell) => values.category.has(cell))) {
    complain('skip.category', `"${text}" also stands under values.category: decide for one.`);
  }
}

/** The form in which cell texts are compared: outer and repeated white space and case do not count. */
export function cellKey(text: string): string {
  return text.trim().replace(/\s+/gu, ' ').toLowerCase();
}

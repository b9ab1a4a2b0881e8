import type { OpeningState, PartnerCategory } from './partner-import.js';
import type { TableRow } from './table.js';

/** What a column of a partner list can mean (domain.md 7.2, 7.3); the keys under `columns` of a mapping file. */
export const importFields = [
  'externalId',
  'legalName',
  'country',
  'lei',
  'registerCourt',
  'registerType',
  'registerNumber',
  'vatId',
  'domain',
  'category',
  'openingState',
  'tier',
  'managerEmail',
  'partnerContactName',
  'partnerContactEmail',
  'ownContactEmail',
  'originalStartOn',
  'agreementSignedOn',
  'agreementEndsOn',
  'noticeMonths',
  'lastActivityOn',
  'lastReviewOn',
  'nextReviewOn',
] as const;
export type ImportField = (typeof importFields)[number];

/** A cell and the column it stands in, by which messages name it. */
export interface SourceCell {
  readonly column: string;
  readonly text: string;
}

/** The cells of a row by their meaning; a field without a column is absent, an empty cell has an empty text. */
export type SourceCells = Readonly<Partial<Record<ImportField, SourceCell>>>;

/** What a source says about the category; `message` says how to decide. */
export type CategoryReading =
  | { readonly kind: 'category'; readonly category: PartnerCategory }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** What a source says about the state; an ended partnership is skipped, one that cannot begin here is not readable. */
export type OpeningStateReading =
  | { readonly kind: 'state'; readonly state: OpeningState }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** A row in this project's words, still as text. */
export interface MappedFields {
  readonly cells: SourceCells;
  readonly category: CategoryReading;
  readonly openingState: OpeningStateReading;
}

/** How the lists of one source are read (domain.md 7.1, step 2). */
export interface Profile {
  /** Shown to people: "Salesforce accounts". */
  readonly name: string;
  /** `PartnershipImported.sourceSystem`. */
  readonly sourceSystem: string;
  /** Whether a header is that of this source. */
  matches(header: readonly string[]): boolean;
  /** The columns that will not be read: worth showing, because one of them may be a misspelt one. */
  unreadColumns(header: readonly string[]): readonly string[];
  map(row: TableRow): MappedFields;
  /** The form of an external id in which it stays the same from export to export. */
  recordId(externalId: string): string;
}

/** The text of a field, undefined when the source has no such column or the cell is empty. */
export function textOf(cells: SourceCells, field: ImportField): string | undefined {
  const text = cells[field]?.text;
  return text === '' ? undefined : text;
}

import { canonicalJson, type Position } from '#event-sourcing';
import { type FieldDifference, fieldDifferences } from '#projections';

/** A document with the position of the event that changed it last. */
export interface PositionedDocument {
  readonly document: object;
  readonly position: Position;
}

/** A document in which the read model differs from what the log says. */
export interface DocumentDifference {
  readonly key: string;
  /** `missing`: only the log gives it; `unfounded`: only the read model has it; `different`: both, with other content. */
  readonly kind: 'missing' | 'unfounded' | 'different';
  /** By field: `before` is what the log says, `after` what the read model holds. */
  readonly fields: readonly FieldDifference[];
}

/** What comparing one document came to; `unsettled`: one side contains events that the other has not seen yet. */
export type Comparison = 'equal' | 'unsettled' | DocumentDifference;

/**
 * Compares a document as the log gives it, folded up to a position, with the one that is kept. A kept document that was changed
 * behind that position cannot be compared yet.
 */
export function compareDocument(
  key: string,
  folded: PositionedDocument | undefined,
  kept: PositionedDocument | undefined,
  upTo: Position,
): Comparison {
  if (kept !== undefined && kept.position > upTo) return 'unsettled';
  if (folded === undefined) return kept === undefined ? 'equal' : difference(key, 'unfounded', undefined, kept);
  if (kept === undefined) return difference(key, 'missing', folded, undefined);
  if (canonicalJson(folded.document) === canonicalJson(kept.document)) return 'equal';
  return difference(key, 'different', folded, kept);
}

/** A difference in lines for people, one for each field. */
export function differenceLines({ key, kind, fields }: DocumentDifference): readonly string[] {
  if (kind === 'missing') return [`${key}: is missing in the read model`];
  if (kind === 'unfounded') return [`${key}: no event of the log gives it`];
  return fields.map(
    ({ path, before, after }) => `${key} ${path}: the log says ${shown(before)}, the read model ${shown(after)}`,
  );
}

function difference(
  key: string,
  kind: DocumentDifference['kind'],
  folded: PositionedDocument | undefined,
  kept: PositionedDocument | undefined,
): DocumentDifference {
  return { key, kind, fields: fieldDifferences(folded?.document, kept?.document) };
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

import type { EventMetadata, Recorded } from '#event-sourcing';
import { type DocumentChange, type FieldDifference, fieldDifferences } from '#projections';

/** One event that changed a document or a field of it: what it changed, who recorded it, when and why. */
export interface ExplainedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: string;
  readonly position: string;
  /** When it happened: a calendar date. */
  readonly occurredOn: string;
  /** When the system learned it: UTC. */
  readonly recordedAt: string;
  readonly actor: EventMetadata['actor'];
  readonly source: EventMetadata['source'];
  /** The command it came from. */
  readonly commandId: string;
  /** Why, in the words of the event, if it gives a reason. */
  readonly reason?: string;
  /** What became of the document. */
  readonly effect: 'CREATED' | 'CHANGED' | 'REMOVED';
  /** Each field that changed, by its path; only those of the field that was asked for. */
  readonly changes: readonly FieldDifference[];
}

/** The fields of events that say why, the most telling first. */
const REASONS = ['reason', 'reasonCode', 'ground', 'note'];

/**
 * What one event did to a document, or to one field of it (a path such as `contacts.0.personId`, with all below it).
 * `undefined` when it left that field as it was.
 */
export function explainedEvent({ event, before, after }: DocumentChange, field?: string): ExplainedEvent | undefined {
  const changes = fieldDifferences(before, after).flatMap((difference) =>
    field === undefined ? [difference] : within(difference, field),
  );
  if (changes.length === 0 && (field !== undefined || (before === undefined) === (after === undefined)))
    return undefined;
  const { id, type, stream, revision, position, occurredOn, metadata } = event;
  const { recordedAt, actor, source, commandId } = metadata;
  return {
    eventId: id,
    type,
    stream,
    revision: String(revision),
    position,
    occurredOn,
    recordedAt,
    actor,
    source,
    commandId,
    ...reasonOf(event),
    effect: before === undefined ? 'CREATED' : after === undefined ? 'REMOVED' : 'CHANGED',
    changes,
  };
}

/** What of a difference lies in a field: all of it below the field, or the field's part of a whole that came or went. */
function within(difference: FieldDifference, field: string): readonly FieldDifference[] {
  const { path, before, after } = difference;
  if (path === field || path.startsWith(`${field}.`)) return [difference];
  if (!field.startsWith(`${path}.`)) return [];
  const rest = field.slice(path.length + 1).split('.');
  const part = { path: field, before: valueAt(before, rest), after: valueAt(after, rest) };
  return part.before === undefined && part.after === undefined ? [] : [part];
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? (found as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );
}

function reasonOf({ data }: Recorded): { readonly reason?: string } {
  const said = data as Readonly<Record<string, unknown>>;
  const reason = REASONS.map((name) => said[name]).find((text) => typeof text === 'string');
  return typeof reason === 'string' ? { reason } : {};
}

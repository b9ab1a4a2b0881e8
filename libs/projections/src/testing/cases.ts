import { randomUUID } from 'node:crypto';
import type {
  DomainEvent,
  EventCodec,
  EventMetadata,
  EventStore,
  JsonObject,
  Position,
  Projection,
} from '#event-sourcing';
import { recorded } from '#event-sourcing/testing';

/** The events of a small made-up context that the specs of the engine project. */
export type CaseEvent =
  | DomainEvent<'CaseOpened', { readonly caseId: string; readonly topic: string }>
  | DomainEvent<'CaseNoted', { readonly caseId: string; readonly note: string }>
  | DomainEvent<'CasesMerged', { readonly caseId: string; readonly into: string }>
  | DomainEvent<'CaseArchived', { readonly caseId: string }>;

/** An open case with its notes, in the order in which they were made. */
export class OpenCase {
  topic?: string;
  notes!: readonly string[];
}

/** Open cases: merging closes one and adds a note to the other, so that one event changes two documents. */
export const openCases: Projection<OpenCase, CaseEvent> = {
  name: 'open-cases',
  version: 1,
  document: OpenCase,
  key: ({ type, data }) => (type === 'CasesMerged' ? [data.caseId, data.into] : data.caseId),
  on: {
    CaseOpened: (_, { data }) => ({ topic: data.topic, notes: [] }),
    CaseNoted: (found, { data }) => found && { ...found, notes: [...found.notes, data.note] },
    CasesMerged: (found, { data }, key) =>
      key === data.caseId ? undefined : { ...found, notes: [...(found?.notes ?? []), `merged ${data.caseId}`] },
  },
};

/** {@link openCases} as long as the functions cannot take some notes. */
export function fragileCases(broken: ReadonlySet<string>): Projection<OpenCase, CaseEvent> {
  return {
    ...openCases,
    on: {
      ...openCases.on,
      CaseNoted: (found, event, key) => {
        if (broken.has(event.data.note)) throw new Error(`cannot take "${event.data.note}"`);
        return openCases.on.CaseNoted?.(found, event, key);
      },
    },
  };
}

/** How many notes were made on each topic's case, whatever became of it. */
export class NoteCount {
  notes!: number;
}

/** Counts notes; knows nothing of the other events. */
export const noteCounts: Projection<NoteCount, CaseEvent> = {
  name: 'note-counts',
  version: 1,
  document: NoteCount,
  key: ({ data }) => data.caseId,
  on: { CaseNoted: (found) => ({ notes: (found?.notes ?? 0) + 1 }) },
};

/** A codec for specs: what is stored is what is read. Counts what it decodes. */
export function plainCodec(): EventCodec & { decoded: number } {
  const codec: EventCodec & { decoded: number } = {
    decoded: 0,
    encode: ({ type, occurredOn, data }, id) => ({
      id,
      type,
      data: data as JsonObject,
      metadata: { ...(recorded({ type, occurredOn, data }).metadata as unknown as JsonObject) },
    }),
    decode: ({ id, type, data, metadata, stream, revision, position }) => {
      codec.decoded += 1;
      const envelope = metadata as unknown as EventMetadata;
      return { id, type, occurredOn: envelope.occurredOn, data, stream, revision, position, metadata: envelope };
    },
    decodeUnchecked: (stored) => codec.decode(stored),
  };
  return codec;
}

/** An event of a case, on a day that does not matter. */
export function caseEvent<Type extends CaseEvent['type']>(
  type: Type,
  data: Extract<CaseEvent, { readonly type: Type }>['data'],
): CaseEvent {
  return { type, occurredOn: '2026-03-31', data } as CaseEvent;
}

/** Appends events, each to the stream of its case; gives the position of the last. */
export async function append(store: EventStore, ...events: readonly CaseEvent[]): Promise<Position> {
  let last = store.start;
  for (const event of events) {
    const encoded = plainCodec().encode(event, randomUUID(), {} as never, null);
    last = (await store.append(`case-${event.data.caseId}`, 'any', [encoded])).position;
  }
  return last;
}

import { deriveEventId, type DomainEvent, type EventCodec, type EventToAppend } from '#event-sourcing';
import { createEventCodec, openSqliteEventStore } from '#event-store';
import { eventDefinitions } from '#platform';
import type { Step } from './cast.js';
import { Chance, dateOf, momentOf } from './chance.js';
import { eventMix, type MixOptions } from './event-mix.js';

/** What one command appends, encoded: with envelope and hash chain, as the system writes it. */
export interface Batch {
  readonly stream: string;
  readonly expected: 'none' | bigint;
  readonly events: readonly EventToAppend[];
}

interface Head {
  readonly revision: bigint;
  readonly hash: string;
}

const actor = { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' } as const;
const MS_BETWEEN_COMMANDS = 37;
/** Commands in flight at once while a log is written. */
const IN_FLIGHT = 256;

/** The codec of the whole system. */
export function systemCodec(): EventCodec {
  return createEventCodec({ definitions: eventDefinitions, upcasts: {} });
}

/** The mix as batches that can be appended one after the other. Throws when an event does not fit its schema. */
export function* encodedMix(options: MixOptions): Generator<Batch, void, undefined> {
  const codec = systemCodec();
  const heads = new Map<string, Head>();
  const ids = new Chance(99);
  let last = 0;
  for (const step of eventMix(options)) {
    last = Math.max(last + MS_BETWEEN_COMMANDS, momentOf(step.day, 0));
    const head = heads.get(step.stream);
    const batch = encoded(codec, step, { head, commandId: ids.uuid(last), recordedAt: new Date(last).toISOString() });
    heads.set(step.stream, headAfter(head, batch));
    yield batch;
  }
}

function encoded(
  codec: EventCodec,
  { stream, day, events }: Step,
  command: { readonly head: Head | undefined; readonly commandId: string; readonly recordedAt: string },
): Batch {
  const { head, commandId, recordedAt } = command;
  const origin = {
    recordedAt,
    commandId,
    $correlationId: commandId,
    $causationId: commandId,
    actor,
    source: 'API',
    clock: 'REAL',
  } as const;
  let prevHash = head?.hash ?? null;
  const stored = events.map((event, index) => {
    const domainEvent: DomainEvent = { type: event.type, occurredOn: dateOf(day), data: event.data };
    const next = codec.encode(domainEvent, deriveEventId(commandId, stream, index), origin, prevHash);
    prevHash = next.metadata['hash'] as string;
    return next;
  });
  return { stream, expected: head?.revision ?? 'none', events: stored };
}

function headAfter(head: Head | undefined, { events }: Batch): Head {
  return {
    revision: (head?.revision ?? -1n) + BigInt(events.length),
    hash: events.at(-1)?.metadata['hash'] as string,
  };
}

/** Writes a mix into a new log at `path` and returns the number of events in it. */
export async function writeLog(path: string, options: MixOptions): Promise<number> {
  const store = await openSqliteEventStore({ path });
  let events = 0;
  let pending: Promise<unknown>[] = [];
  for (const { stream, expected, events: batch } of encodedMix(options)) {
    pending.push(store.append(stream, expected, batch));
    events += batch.length;
    if (pending.length < IN_FLIGHT) continue;
    await Promise.all(pending);
    pending = [];
  }
  await Promise.all(pending);
  await store.close();
  return events;
}

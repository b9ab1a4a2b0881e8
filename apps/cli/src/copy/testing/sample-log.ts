import { createHash } from 'node:crypto';
import type { EventStore, EventToAppend, StoredEvent } from '#event-sourcing';
import { hashOf } from '#event-store';

/** The streams of a {@link writeSampleLog}; `foreign-` is somebody else's. */
export const SAMPLE_PREFIXES = ['partnership-', 'programme-'];

/** A sealed event; `text` tells events apart and makes the id. */
export function sealedEvent(text: string, prevHash: string | null): EventToAppend {
  const digest = createHash('sha256').update(text).digest('hex');
  const id = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  const metadata = { recordedAt: '2026-03-31T08:00:00.000Z', $correlationId: text, prevHash };
  const event = { id, type: 'ReviewHeld', data: { text, z: 'Müller 🤝 "zitiert"', a: [1, 2.5, null] }, metadata };
  return { ...event, metadata: { ...metadata, hash: hashOf(event) } };
}

/** Appends `count` sealed events to streams in turns, now and then a few to one stream at once. */
export async function writeSampleLog(store: EventStore, count: number): Promise<void> {
  const heads = new Map<string, { readonly revision: bigint; readonly hash: string }>();
  for (let number = 0, turn = 0; number < count; turn += 1) {
    const stream = `${SAMPLE_PREFIXES[turn % 2] ?? ''}${String(turn % 7)}`;
    const head = heads.get(stream);
    let hash = head?.hash ?? null;
    const batch: EventToAppend[] = [];
    for (const size = Math.min(count - number, 1 + (turn % 3)); batch.length < size; number += 1) {
      const event = sealedEvent(`event ${String(number)}`, hash);
      hash = event.metadata['hash'] as string;
      batch.push(event);
    }
    const { revision } = await store.append(stream, head?.revision ?? 'none', batch);
    heads.set(stream, { revision, hash: hash ?? '' });
  }
}

/** What a copy keeps of a log: everything but the positions. */
export async function contentOf(events: AsyncIterable<StoredEvent>): Promise<Omit<StoredEvent, 'position'>[]> {
  const content: Omit<StoredEvent, 'position'>[] = [];
  for await (const { position: _position, ...event } of events) content.push(event);
  return content;
}

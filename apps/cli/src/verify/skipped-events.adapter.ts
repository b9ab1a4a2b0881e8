import { type ProjectionEvent, projectionOf, projectionStream } from '#analytics';
import type { EventCodec, EventStore, Position } from '#event-sourcing';

/** Reads which events it was decided to pass over, in which document of which projection. */
export async function skippedEvents(
  store: EventStore,
  codec: EventCodec,
): Promise<(projection: string, key: string, position: Position) => boolean> {
  const skipped = new Set<string>();
  const type = 'ParkedEventSkipped' satisfies ProjectionEvent['type'];
  for await (const stored of store.readAll({ types: [type], streams: [projectionStream('')] })) {
    const { data } = codec.decode(stored) as Extract<ProjectionEvent, { readonly type: typeof type }>;
    skipped.add(nameOf(projectionOf(stored.stream), data.key, data.position));
  }
  return (projection, key, position) => skipped.size > 0 && skipped.has(nameOf(projection, key, position));
}

function nameOf(projection: string, key: string, position: Position): string {
  return JSON.stringify([projection, key, position]);
}

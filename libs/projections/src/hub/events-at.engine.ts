import type { EventStore, Position, StoredEvent } from '#event-sourcing';

/**
 * The events at some positions, by position: reads the log from its end back to the first of them, of some types only where
 * these are known. Throws what the store throws.
 */
export async function eventsAt(
  store: EventStore,
  positions: ReadonlySet<Position>,
  types: readonly string[] | undefined,
): Promise<ReadonlyMap<Position, StoredEvent>> {
  const found = new Map<Position, StoredEvent>();
  if (positions.size === 0) return found;
  const filter = types === undefined ? {} : { types };
  for await (const event of store.readAll({ direction: 'backwards', ...filter })) {
    if (positions.has(event.position)) found.set(event.position, event);
    if (found.size === positions.size) break;
  }
  return found;
}

import type { EventStore } from '#event-sourcing';

/** Reads a log without doing anything with the events: what folding it is measured against. Throws when it is empty. */
export async function readAll(store: EventStore): Promise<void> {
  let read = 0;
  for await (const event of store.readAll()) read += event.position.length;
  if (read === 0) throw new Error('The log is empty.');
}

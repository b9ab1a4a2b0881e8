import type { EventStore } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { type DirectoryEvent, directoryEvents } from '#directory/domain';
import type { PersonVault } from '#directory';

/**
 * Erases in the vault every field that the log says was erased and that the vault holds all the same, because it was
 * restored from an older backup. Returns the ids of the persons who were back.
 */
export async function eraseAgain(store: EventStore, persons: PersonVault): Promise<readonly string[]> {
  const codec = createEventCodec({ definitions: directoryEvents, upcasts: {} });
  const back = new Set<string>();
  for await (const stored of store.readAll({ types: ['PersonDataErased'] })) {
    const event = codec.decode(stored) as unknown as Extract<DirectoryEvent, { readonly type: 'PersonDataErased' }>;
    const { personId, fieldsErased } = event.data;
    const held = (await persons.getMany([personId])).get(personId);
    if (held === undefined || fieldsErased.every((field) => held[field] === undefined)) continue;
    await persons.erase(personId, fieldsErased);
    back.add(personId);
  }
  return [...back];
}

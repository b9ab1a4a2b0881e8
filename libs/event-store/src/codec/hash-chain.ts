import { hash as digest } from 'node:crypto';
import { canonicalJson, type EventToAppend, type Position, type StoredEvent } from '#event-sourcing';

/** What an event's hash is calculated from. `metadata.hash`, if there is one, is left out. */
export type HashedEvent = Pick<EventToAppend, 'id' | 'type' | 'data' | 'metadata'>;

/**
 * The hash of an event: lower-case hex SHA-256 over the UTF-8 bytes of the canonical JSON (RFC 8785) of
 * `{ data, id, metadata, type }`, `metadata` without its `hash` but with `prevHash`, so that each hash seals all events
 * before it in the stream.
 *
 * `id` and `type` belong to the envelope (domain.md 2.1) although stores keep them beside the metadata, so they are
 * sealed too. Stream and revision are not in it: the revision follows from the chain, and the id derives from command,
 * stream and index. Throws when the event holds what JSON cannot carry (`NaN`, a lone surrogate).
 */
export function hashOf({ id, type, data, metadata }: HashedEvent): string {
  const { hash: _hash, ...sealed } = metadata;
  return sealOf({ data, id, metadata: sealed, type });
}

/** The hash of an event that has none yet and no other fields than these four: what {@link hashOf} is, without its copy. */
export function sealOf(event: HashedEvent): string {
  return digest('sha256', canonicalJson(event), 'hex');
}

/** How far a stream's chain has been followed: its last revision and that event's hash. */
export interface ChainHead {
  readonly revision: bigint;
  readonly hash: string;
}

/**
 * Where a chain does not hold. `HASH`: the event is not what was hashed. `LINK`: `prevHash` is not the hash of the event
 * before it. `GAP`: events are missing or out of order before it.
 */
export interface ChainBreak {
  readonly reason: 'HASH' | 'LINK' | 'GAP';
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly type: string;
  readonly message: string;
}

/** What following the chains of some events showed: how many events, where each stream ended, what does not hold. */
export interface ChainReport {
  readonly events: number;
  readonly heads: ReadonlyMap<string, ChainHead>;
  readonly breaks: readonly ChainBreak[];
}

/**
 * Checks one event against the chain of its stream so far (`undefined` before revision 0). Returns the breaks, none when
 * it holds, and the new head, with which checking goes on even after a break.
 */
export function checkLink(
  head: ChainHead | undefined,
  event: StoredEvent,
): { readonly head: ChainHead; readonly breaks: readonly ChainBreak[] } {
  const breaks: ChainBreak[] = [];
  const broken = (reason: ChainBreak['reason'], what: string): void => {
    const { stream, revision, position, type } = event;
    const message = `${type} at revision ${String(revision)} of "${stream}" (position ${position}) ${what}.`;
    breaks.push({ reason, stream, revision, position, type, message });
  };
  const due = (head?.revision ?? -1n) + 1n;
  if (event.revision !== due) broken('GAP', `comes where revision ${String(due)} should be`);
  else if (event.metadata['prevHash'] !== (head?.hash ?? null))
    broken('LINK', 'does not name the hash of the event before it');
  const hash = hashOrUndefined(event);
  if (hash !== event.metadata['hash']) broken('HASH', 'is not what its hash was calculated from');
  const stated = event.metadata['hash'];
  return { head: { revision: event.revision, hash: typeof stated === 'string' ? stated : '' }, breaks };
}

/** Follows the chains of whole streams, which may be interleaved, each from revision 0. Reads the events once, keeps none. */
export function verifyChain(events: Iterable<StoredEvent>): ChainReport {
  const heads = new Map<string, ChainHead>();
  const breaks: ChainBreak[] = [];
  let count = 0;
  for (const event of events) {
    const link = checkLink(heads.get(event.stream), event);
    heads.set(event.stream, link.head);
    breaks.push(...link.breaks);
    count += 1;
  }
  return { events: count, heads, breaks };
}

function hashOrUndefined(event: StoredEvent): string | undefined {
  try {
    return hashOf(event);
  } catch {
    return undefined; // what cannot be hashed was never hashed
  }
}

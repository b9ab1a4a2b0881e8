import type { StoredEvent } from '#event-sourcing';
import { type ChainBreak, type ChainHead, type ChainReport, checkLink } from './hash-chain.js';

/**
 * {@link verifyChain} over a log as it is being read: `await verifyLog(store.readAll())`. Keeps one head per stream and
 * the breaks, not the events. Throws what reading throws.
 */
export async function verifyLog(events: AsyncIterable<StoredEvent>): Promise<ChainReport> {
  const heads = new Map<string, ChainHead>();
  const breaks: ChainBreak[] = [];
  let count = 0;
  for await (const event of events) {
    const link = checkLink(heads.get(event.stream), event);
    heads.set(event.stream, link.head);
    breaks.push(...link.breaks);
    count += 1;
  }
  return { events: count, heads, breaks };
}

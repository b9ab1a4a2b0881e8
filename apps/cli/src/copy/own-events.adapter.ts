import type { StoredEvent } from '#event-sourcing';

/** Most categories of foreign streams that are told apart; a server may hold one stream per request of somebody else. */
const MAX_CATEGORIES = 20;
const OTHERS = 'others';

/** The events of a log that are in Accord's own streams, and a count of what else there is. */
export class OwnEvents implements AsyncIterable<StoredEvent> {
  private readonly foreign = new Map<string, number>();

  /** `prefixes` are the beginnings of the names of Accord's streams (`partnership-`). */
  constructor(
    private readonly events: AsyncIterable<StoredEvent>,
    private readonly prefixes: readonly string[],
  ) {}

  /** How many events were left out so far, by the category of their stream (its name up to the first `-`). */
  get skipped(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.foreign);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<StoredEvent, void, undefined> {
    for await (const event of this.events)
      if (this.prefixes.some((prefix) => event.stream.startsWith(prefix))) yield event;
      else this.skip(event.stream);
  }

  private skip(stream: string): void {
    const named = stream.split('-', 1)[0] ?? stream;
    const category = this.foreign.has(named) || this.foreign.size < MAX_CATEGORIES ? named : OTHERS;
    this.foreign.set(category, (this.foreign.get(category) ?? 0) + 1);
  }
}

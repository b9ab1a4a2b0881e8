/**
 * Something that is followed and can be let go at any moment: `return()` aborts the signal first, so that it ends even
 * while it waits. GraphQL calls it when the client unsubscribes or its socket closes.
 */
export function endable<Item>(
  follow: (signal: AbortSignal) => AsyncGenerator<Item, void>,
): AsyncIterableIterator<Item> {
  const ending = new AbortController();
  const items = follow(ending.signal);
  return {
    next: () => items.next(),
    return: () => {
      ending.abort();
      return items.return();
    },
    throw: (error: unknown) => {
      ending.abort();
      return items.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

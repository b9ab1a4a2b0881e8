/** Which events of the whole log are wanted; absent means all. `streams` are name prefixes (`partnership-`). */
export interface EventFilter {
  readonly types?: readonly string[];
  readonly streams?: readonly string[];
}

/** Whether an event of a type, in the stream of a name, is wanted. */
export type EventTest = (type: string, stream: string) => boolean;

/** What a filter says of each event: made once for many. */
export function filterTest({ types, streams }: EventFilter): EventTest {
  const wanted = types && new Set(types);
  return (type, stream) =>
    (wanted === undefined || wanted.has(type)) && (streams === undefined || isInOneOf(stream, streams));
}

/** Whether a stream's name begins with one of the prefixes. */
export function isInOneOf(stream: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => stream.startsWith(prefix));
}

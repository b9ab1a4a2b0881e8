import { sealJson } from '#event-sourcing';

/** How engines say that something frozen was to be changed. */
const CHANGES_FROZEN = /read only|not extensible|cannot (add|delete|define|assign)/iu;

/**
 * What is wrong with what a projection's function returned, in words; `undefined` if nothing is. Freezes it: whoever
 * changes it afterwards is told by {@link thrownFault}.
 */
export function returnedFault(document: unknown): string | undefined {
  if (document === undefined) return undefined;
  if (document === null || typeof document !== 'object' || Array.isArray(document))
    return `It returns ${shapeOf(document)}; a document is an object. Return undefined when there is none (any more).`;
  const fault = sealJson(document);
  return fault === undefined ? undefined : `It returns what is not JSON: ${fault}.`;
}

/** What a projection's function threw, in words. */
export function thrownFault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.name !== 'TypeError' || !CHANGES_FROZEN.test(thrown.message)) return thrown.message;
  return `It changes the document or the event that it is given (${thrown.message}). Return a new object instead.`;
}

function shapeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

const MAX_LENGTH = 60;

/**
 * A cell's text for a message, in quotes. Left out is what may be personal data (anything with an `@` in it), cut what is
 * long: messages end up in logs and in the batch's events.
 */
export function quoteValue(text: string): string {
  if (text.includes('@')) return '(an address)';
  return text.length > MAX_LENGTH ? `"${text.slice(0, MAX_LENGTH)}…"` : `"${text}"`;
}

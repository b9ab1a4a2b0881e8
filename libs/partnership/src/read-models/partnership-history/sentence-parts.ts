import type { Side } from '#directory/domain';
import type { ReviewScores } from '../../domain/events/reviews.js';

/** A person by token: the name is filled in for whoever reads (domain.md 2.10). */
export function person(personId: string): string {
  return `{{person:${personId}}}`;
}

/** A partner manager by token. */
export function manager(managerId: string): string {
  return `{{manager:${managerId}}}`;
}

/** A company by token. */
export function company(companyId: string): string {
  return `{{company:${companyId}}}`;
}

/** A side as the subject or object of a sentence. */
export function sideName(side: Side): string {
  return side === 'OWN' ? 'the own side' : 'the partner';
}

/** A code of a closed list in words: `NO_RESPONSE` is "no response". */
export function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** A part of a sentence that is there only if the value is. */
export function given<Value>(value: Value | undefined, part: (value: Value) => string): string {
  return value === undefined ? '' : part(value);
}

/** What somebody wrote, as a quotation behind a colon without its last full stop; nothing if nobody wrote anything. */
export function quoted(text: string | undefined): string {
  return given(text, (written) => `: “${written.replace(/[.\s]+$/, '')}”`);
}

/** A number and a noun, in the plural unless it is one. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Several things in a row: "a, b and c". */
export function listed(things: readonly string[]): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${String(things.at(-1))}`;
}

/** The mean of a side's five scores with one decimal. */
export function meanScore(scores: ReviewScores): string {
  const values = Object.values(scores);
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
}

/** A sentence begins with a capital letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

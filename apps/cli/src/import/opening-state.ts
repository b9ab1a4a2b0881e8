import { foldText } from '#directory/domain';
import type { OpeningState } from './partner-import.js';
import type { OpeningStateReading } from './profile.js';
import { quoteValue } from './quote-value.js';

/** German and English words for the states in which an import may begin (domain.md 2.2). */
const STATE_WORDS: ReadonlyMap<string, OpeningState> = new Map([
  ['onboarding', 'ONBOARDING'],
  ['im onboarding', 'ONBOARDING'],
  ['aufnahme', 'ONBOARDING'],
  ['active', 'ACTIVE'],
  ['aktiv', 'ACTIVE'],
  ['suspended', 'SUSPENDED'],
  ['ruhend', 'SUSPENDED'],
  ['ausgesetzt', 'SUSPENDED'],
]);

/** Words for partnerships that are over: nothing to take over. */
const ENDED_WORDS: ReadonlySet<string> = new Set([
  'terminated',
  'beendet',
  'abandoned',
  'abgebrochen',
  'anbahnung abgebrochen',
]);

/** Words for states in which a partnership is open but cannot begin, and the way to get there. */
const DETOURS: ReadonlyMap<string, string> = new Map([
  ['prospective', 'leave the row out and propose the partnership instead'],
  ['in anbahnung', 'leave the row out and propose the partnership instead'],
  ['winding_down', 'write ACTIVE or SUSPENDED and record the termination after the import'],
  ['winding down', 'write ACTIVE or SUSPENDED and record the termination after the import'],
  ['in abwicklung', 'write ACTIVE or SUSPENDED and record the termination after the import'],
]);

/**
 * The opening state a status cell names (domain.md 2.2, T2). An ended partnership is skipped. An empty status is not
 * guessed: whether a partnership is live decides what monitoring asks of it.
 */
export function readOpeningState(text: string | undefined, column: string): OpeningStateReading {
  if (text === undefined) {
    return { kind: 'unknown', message: `${column} is empty: write ONBOARDING, ACTIVE or SUSPENDED.` };
  }
  const word = foldText(text).replace(/\s+/gu, ' ');
  const state = STATE_WORDS.get(word);
  if (state !== undefined) return { kind: 'state', state };
  if (ENDED_WORDS.has(word)) {
    return {
      kind: 'skip',
      reason: `${column} is ${quoteValue(text)}: the partnership is over, there is nothing to take over.`,
    };
  }
  const wayOut = DETOURS.get(word) ?? 'write ONBOARDING, ACTIVE or SUSPENDED';
  return {
    kind: 'unknown',
    message: `${column} ${quoteValue(text)} is no state in which a partnership can begin: ${wayOut}.`,
  };
}

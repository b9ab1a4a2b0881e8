import { closestMatch } from 'leven';

/** The known name that is most like a misspelt one; `undefined` when none is like it. */
export function nearestName(misspelt: string, known: readonly string[]): string | undefined {
  return closestMatch(misspelt, known, { maxDistance: Math.max(2, Math.ceil(misspelt.length / 3)) });
}

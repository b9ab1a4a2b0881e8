/** Check digits that the algorithm never gives: each is congruent to one between 02 and 98, so it hides an error. */
const IMPOSSIBLE_CHECK_DIGITS: ReadonlySet<string> = new Set(['00', '01', '99']);

/**
 * True for a Legal Entity Identifier: 18 capital letters and digits and two check digits after ISO 17442 (mod 97-10;
 * domain.md 2.7). It says nothing about whether the identifier was ever given out.
 */
export function isLei(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text) || IMPOSSIBLE_CHECK_DIGITS.has(text.slice(18))) return false;
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** True for a Legal Entity Identifier: 20 characters with ISO 17442 check digits (mod 97-10), as domain.md 2.7 asks. */
export function isLei(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text)) return false;
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

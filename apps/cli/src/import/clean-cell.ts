/** Control characters but line break and tab, and the format characters that hide or reorder text. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** A cell without invisible characters and outer white space; `removed` counts the invisible ones. */
export function cleanCell(raw: string): { readonly text: string; readonly removed: number } {
  const visible = raw.replace(INVISIBLE, '');
  return { text: visible.trim(), removed: raw.length - visible.length };
}

/** Characters with which a spreadsheet starts a formula, their full-width forms included. */
const FORMULA_START = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * One cell of an exported CSV file, ready to be joined with `,`, `;` or a tab. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front (domain.md 7.1); text with separators, quotes or line breaks is quoted.
 * For text only: a negative number is written by its own exporter, not through here.
 */
export function safeCsvCell(text: string): string {
  const inert = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

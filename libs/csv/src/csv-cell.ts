/** Characters with which a spreadsheet starts a formula, their full-width forms included. */
const FORMULA_START = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** What has to stand in quotes, whichever of comma, semicolon and tab parts the cells; parsers like to trim spaces. */
const IN_QUOTES = /[",;\t\r\n]|^\s|\s$/u;

/**
 * Text as a cell of a CSV file (RFC 4180), ready to be joined with `,`, `;` or a tab. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front (domain.md 7.1); numbers are not written through here, they may be negative.
 */
export function csvCell(text: string): string {
  const inert = FORMULA_START.test(text) ? `'${text}` : text;
  return IN_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

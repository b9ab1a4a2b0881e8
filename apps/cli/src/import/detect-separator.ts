import { parseRecords } from './parse-records.js';
import type { Separator } from './table.js';

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** Rows looked at: enough to outvote a stray separator in a value. */
const SAMPLE_ROWS = 50;

/**
 * The separator under which the header has the most columns, weighted by the share of rows that have as many: a comma in
 * `Ansprechpartner Partner: Name, E-Mail` does not make a German list comma-separated. A comma when nothing separates.
 */
export function detectSeparator(text: string): Separator {
  let best: { readonly separator: Separator; readonly score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const score = fit(text, separator);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function fit(text: string, separator: Separator): number {
  // What lies before a quote that is never closed still tells the separator, so that the quote is what gets reported.
  const widths = parseRecords(text, separator, SAMPLE_ROWS)
    .records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells }) => cells.length);
  const columns = widths[0] ?? 1;
  const alike = widths.filter((width) => width === columns).length;
  return ((columns - 1) * alike) / Math.max(widths.length, 1);
}

import { csvCell } from '#csv';
import type { ImportReport, RowResult } from './row-result.js';

/** The columns of the CSV report. */
const columns: Readonly<Record<string, (row: RowResult) => string>> = {
  row: ({ rowNo }) => String(rowNo),
  company: ({ company = '' }) => company,
  outcome: ({ outcome }) => outcome,
  code: codeOf,
  message: messageOf,
  partnershipId: (row) => (row.outcome === 'rejected' ? '' : (row.partnershipId ?? '')),
  unknownFields: (row) => (row.outcome === 'accepted' ? row.unknownFields.join(' ') : ''),
  warnings: warningsOf,
};

/** More rows than this with the same reason are counted instead of listed. */
const MOST_ROWS_WITH_ONE_REASON = 10;

/** The result per row as CSV (comma, CRLF, byte order mark for spreadsheets); no cell starts a formula. */
export function reportCsv(rows: readonly RowResult[]): string {
  const lines = rows.map((row) =>
    Object.values(columns)
      .map((cell) => csvCell(cell(row)))
      .join(','),
  );
  return `\uFEFF${[Object.keys(columns).join(','), ...lines].join('\r\n')}\r\n`;
}

/** The result as text for people: what was found out about the file, the rows that need attention, the counts. */
export function reportText(report: ImportReport): string {
  const { counts, rows } = report;
  return [
    ...heading(report),
    ...section(
      'Rejected',
      rows.filter(({ outcome }) => outcome === 'rejected'),
    ),
    ...skipped(rows),
    ...section(
      'Accepted with a warning',
      rows.filter((row) => row.outcome === 'accepted' && row.warnings.length > 0),
    ),
    ...missing(rows),
    '',
    `${String(counts.rows)} rows: ${String(counts.accepted)} accepted, ${String(counts.skipped)} skipped, ${String(counts.rejected)} rejected.`,
    ...(report.dryRun ? ['Nothing was recorded: this was a dry run.'] : []),
  ].join('\n');
}

function heading({ file, profile, dialect, unreadColumns, warnings }: ImportReport): readonly string[] {
  const decimal = dialect.decimalComma ? 'decimal comma' : 'decimal point';
  const separator = dialect.separator === '\t' ? 'tab' : dialect.separator;
  return [
    `${file}: ${profile}, ${dialect.encoding}, separator ${separator}, dates ${dialect.dateStyle}, ${decimal}`,
    ...(unreadColumns.length === 0 ? [] : [`Columns not read: ${unreadColumns.join(', ')}`]),
    ...warnings.map(({ code, message }) => `Warning ${code}: ${message}`),
  ];
}

function section(title: string, rows: readonly RowResult[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...table(rows)];
}

/** A reason that very many rows share is said once. */
function skipped(rows: readonly RowResult[]): readonly string[] {
  const byReason = new Map<string, RowResult[]>();
  for (const row of rows)
    if (row.outcome === 'skipped') byReason.set(row.reason, [...(byReason.get(row.reason) ?? []), row]);
  const groups = [...byReason].filter(([, group]) => group.length > MOST_ROWS_WITH_ONE_REASON);
  const single = [...byReason.values()].flat().filter((row) => !groups.some(([, group]) => group.includes(row)));
  const inLineOrder = single.sort((one, other) => one.rowNo - other.rowNo);
  const lines = [
    ...groups.map(([reason, group]) => `  ${String(group.length)} rows: ${reason}`),
    ...(single.length === 0 ? [] : table(inLineOrder)),
  ];
  return lines.length === 0 ? [] : ['', 'Skipped', ...lines];
}

function table(rows: readonly RowResult[]): readonly string[] {
  const names = rows.map(({ company = '' }) => (company.length > 40 ? `${company.slice(0, 39)}…` : company));
  const width = Math.max(...names.map((name) => name.length));
  return rows.map((row, index) => {
    const said = [codeOf(row), messageOf(row), ...(row.outcome === 'accepted' ? [warningsOf(row)] : [])];
    return `  line ${String(row.rowNo).padStart(4)}  ${(names[index] ?? '').padEnd(width)}  ${said.filter((text) => text !== '').join(': ')}`;
  });
}

/** What the source did not say, most frequent first: reality is recorded, gaps are named (domain.md 7.1, step 5). */
function missing(rows: readonly RowResult[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.outcome === 'accepted')
      for (const field of row.unknownFields) counts.set(field, (counts.get(field) ?? 0) + 1);
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  return ['', `Unknown to the source: ${sorted.map(([field, count]) => `${field} (${String(count)})`).join(', ')}`];
}

function codeOf(row: RowResult): string {
  return row.outcome === 'rejected' ? row.code : '';
}

function messageOf(row: RowResult): string {
  switch (row.outcome) {
    case 'accepted':
      return '';
    case 'skipped':
      return row.reason;
    case 'rejected':
      return row.details === undefined ? row.message : row.details.map(({ message }) => message).join(' ');
  }
}

function warningsOf({ warnings }: RowResult): string {
  return warnings.map(({ code, message }) => `${code}: ${message}`).join(' ');
}

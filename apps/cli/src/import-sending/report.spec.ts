import { reportCsv, reportText } from './report.js';
import { countRows, type ImportReport, type RowResult } from './row-result.js';

const rows: readonly RowResult[] = [
  {
    rowNo: 2,
    company: 'Nordlicht Systemhaus GmbH',
    outcome: 'accepted',
    partnershipId: 'prt_1',
    category: 'SALES',
    openingState: 'ACTIVE',
    unknownFields: ['country', 'lei'],
    warnings: [{ code: 'COUNTRY_UNKNOWN', message: 'Land "Nordland" is no country.' }],
  },
  {
    rowNo: 3,
    company: '=HYPERLINK("x")',
    outcome: 'skipped',
    reason: 'already imported',
    partnershipId: 'prt_2',
    warnings: [],
  },
  {
    rowNo: 4,
    outcome: 'rejected',
    code: 'ROW_NO_NAME',
    message: 'Name is empty.',
    details: [
      { code: 'ROW_NO_NAME', message: 'Name is empty.' },
      { code: 'ROW_BAD_DATE', message: 'Start is no date.' },
    ],
    warnings: [],
  },
];

const report: ImportReport = {
  file: 'partners.csv',
  sha256: 'ab',
  profile: 'own template',
  sourceSystem: 'TEMPLATE',
  dialect: { encoding: 'utf-8', separator: ';', dateStyle: 'DD.MM.YYYY', decimalComma: true },
  unreadColumns: ['Notiz'],
  dryRun: true,
  counts: countRows(rows),
  warnings: [{ code: 'DATE_STYLE_AMBIGUOUS', message: 'Read as day, month, year.' }],
  rows,
};

describe('The report of an import', () => {
  it('counts each row under exactly one end', () => {
    expect(countRows(rows)).toEqual({ rows: 3, accepted: 1, skipped: 1, rejected: 1 });
  });

  it('as CSV has a line per row, and no cell that a spreadsheet would run', () => {
    expect(reportCsv(rows).split('\r\n')).toEqual([
      '\uFEFFrow,company,outcome,code,message,partnershipId,unknownFields,warnings',
      '2,Nordlicht Systemhaus GmbH,accepted,,,prt_1,country lei,"COUNTRY_UNKNOWN: Land ""Nordland"" is no country."',
      `3,"'=HYPERLINK(""x"")",skipped,,already imported,prt_2,,`,
      '4,,rejected,ROW_NO_NAME,Name is empty. Start is no date.,,,',
      '',
    ]);
  });

  it('as text says how the file was read, what needs attention, what the source did not say, and the counts', () => {
    expect(reportText(report)).toBe(`partners.csv: own template, utf-8, separator ;, dates DD.MM.YYYY, decimal comma
Columns not read: Notiz
Warning DATE_STYLE_AMBIGUOUS: Read as day, month, year.

Rejected
  line    4    ROW_NO_NAME: Name is empty. Start is no date.

Skipped
  line    3  =HYPERLINK("x")  already imported

Accepted with a warning
  line    2  Nordlicht Systemhaus GmbH  COUNTRY_UNKNOWN: Land "Nordland" is no country.

Unknown to the source: country (1), lei (1)

3 rows: 1 accepted, 1 skipped, 1 rejected.
Nothing was recorded: this was a dry run.`);
  });
});

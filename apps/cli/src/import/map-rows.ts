import type { CompaniesInFile } from './companies-in-file.js';
import { findCompany, noCompanies, noteCompany } from './companies-in-file.js';
import type { LoneRowPlan } from './map-row.js';
import { mapRow, reject } from './map-row.js';
import type { Profile } from './profile.js';
import type { RowPlan } from './row-plan.js';
import type { ImportContext } from './row-reading.js';
import type { ImportWarning, Table } from './table.js';

/** What the rows so far have taken. */
interface Taken {
  readonly rowByRecordId: Map<string, number>;
  readonly companies: CompaniesInFile;
}

type AcceptedAlone = Extract<LoneRowPlan, { readonly outcome: 'accepted' }>;

/**
 * The dry run of a file (domain.md 7.1, step 3): what will become of every row, in the order of the file, one plan per
 * row. Of rows that are the same record, or the same company in the same category, the first readable one counts.
 */
export function mapRows(table: Table, profile: Profile, context: ImportContext): readonly RowPlan[] {
  const knownManagers = context.knownManagerEmails?.map((email) => email.toLowerCase());
  const rowContext = {
    profile,
    dialect: table.dialect,
    today: context.today,
    ...(knownManagers === undefined ? {} : { knownManagers: new Set(knownManagers) }),
  };
  const taken: Taken = { rowByRecordId: new Map(), companies: noCompanies() };
  return table.rows.map((row) => {
    const alone = mapRow(row, rowContext);
    return alone.outcome === 'accepted' ? compare(alone, taken) : alone;
  });
}

function compare(row: AcceptedAlone, taken: Taken): RowPlan {
  const { company, category, sourceRecordId } = row.plan;
  const found = findCompany(taken.companies, company);
  const message =
    (row.derivedId ? undefined : sameRecord(taken.rowByRecordId.get(sourceRecordId))) ??
    samePartnership(found.known?.rowByCategory.get(category), category) ??
    sameDerivedRecord(taken.rowByRecordId.get(sourceRecordId));
  if (message !== undefined) return reject(row.rowNo, [{ code: 'ROW_DUPLICATE_IN_FILE', message }], row.warnings);
  taken.rowByRecordId.set(sourceRecordId, row.rowNo);
  const companyKey = noteCompany(taken.companies, found.known, { rowNo: row.rowNo, company, category });
  return {
    outcome: 'accepted',
    rowNo: row.rowNo,
    warnings: [...row.warnings, ...possibleDuplicate(found.possibleRowNo)],
    plan: { ...row.plan, companyKey },
  };
}

function sameRecord(rowNo: number | undefined): string | undefined {
  return rowNo === undefined
    ? undefined
    : `The record id is the one of line ${String(rowNo)}: remove one of the two rows, or give each partnership its own id.`;
}

function samePartnership(rowNo: number | undefined, category: string): string | undefined {
  return rowNo === undefined
    ? undefined
    : `Line ${String(rowNo)} is the same company in the same category (${category}): remove one of the two rows, or tell the companies apart by LEI, VAT id or register entry.`;
}

function sameDerivedRecord(rowNo: number | undefined): string | undefined {
  return rowNo === undefined
    ? undefined
    : `Line ${String(rowNo)} has the same name and category, and neither row an id of its own: give both an external id.`;
}

function possibleDuplicate(rowNo: number | undefined): readonly ImportWarning[] {
  if (rowNo === undefined) return [];
  return [
    {
      code: 'COMPANY_POSSIBLE_DUPLICATE',
      message: `The company may be the one of line ${String(rowNo)} (same name or domain): confirm that it is another, or correct the rows.`,
    },
  ];
}

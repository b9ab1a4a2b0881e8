import { normalisedName } from '#directory/domain';
import { given } from './given.js';
import type { OpeningState, PartnerCategory, PartnerImport } from './partner-import.js';
import { unknowableFields } from './partner-import.js';
import type { MappedFields, Profile } from './profile.js';
import { readAgreement } from './read-agreement.js';
import { readCompany } from './read-company.js';
import { readManagerEmail, readOwnContactEmail, readPartnerContact } from './read-people.js';
import type { RowReading } from './row-reading.js';
import { anyDate, filledCell, pastDate } from './row-reading.js';
import type { RowPlan, RowProblem } from './row-plan.js';
import type { Dialect, ImportWarning, TableRow } from './table.js';

/** What all rows of a file have in common. */
export interface RowContext {
  readonly profile: Profile;
  readonly dialect: Dialect;
  readonly today: string;
  /** In lower case; absent when nobody could be asked. */
  readonly knownManagers?: ReadonlySet<string>;
}

/** A row's plan before the rows were compared with each other: the company has no key yet. */
export type LoneRowPlan =
  | Exclude<RowPlan, { readonly outcome: 'accepted' }>
  | {
      readonly outcome: 'accepted';
      readonly rowNo: number;
      readonly warnings: readonly ImportWarning[];
      readonly plan: Omit<PartnerImport, 'companyKey'>;
      /** The source gave no id, so it was derived. */
      readonly derivedId: boolean;
    };

/**
 * Plans one row by itself. A row that is no open partnership is skipped whatever else is wrong with it: its faults are
 * not this system's business.
 */
export function mapRow(row: TableRow, context: RowContext): LoneRowPlan {
  if (row.problem !== undefined) {
    return reject(row.rowNo, [{ code: 'VALIDATION_FAILED', message: row.problem }], row.warnings);
  }
  const fields = context.profile.map(row);
  const reason = skipReason(fields);
  if (reason !== undefined) return { outcome: 'skipped', rowNo: row.rowNo, reason, warnings: row.warnings };
  const reading: RowReading = {
    fields,
    dialect: context.dialect,
    today: context.today,
    problems: [],
    warnings: [...row.warnings],
  };
  return readPartner(row.rowNo, reading, context);
}

/** Refuses a row for one reason or several. */
export function reject(
  rowNo: number,
  problems: readonly [RowProblem, ...RowProblem[]],
  warnings: readonly ImportWarning[],
): Extract<RowPlan, { readonly outcome: 'rejected' }> {
  return { outcome: 'rejected', rowNo, ...problems[0], details: problems, warnings };
}

function skipReason({ category, openingState }: MappedFields): string | undefined {
  if (category.kind === 'skip') return category.reason;
  return openingState.kind === 'skip' ? openingState.reason : undefined;
}

function readPartner(rowNo: number, reading: RowReading, context: RowContext): LoneRowPlan {
  const company = readCompany(reading);
  const category = readCategory(reading);
  const openingState = readState(reading);
  const facts = readFacts(reading, context);
  const [first, ...others] = reading.problems;
  if (first !== undefined || category === undefined || openingState === undefined) {
    return reject(
      rowNo,
      [first ?? { code: 'VALIDATION_FAILED', message: 'The row is not readable.' }, ...others],
      reading.warnings,
    );
  }
  const externalId = filledCell(reading, 'externalId')?.text;
  const known: Readonly<Record<string, unknown>> = { ...company, ...facts };
  return {
    outcome: 'accepted',
    rowNo,
    warnings: reading.warnings,
    derivedId: externalId === undefined,
    plan: {
      sourceSystem: context.profile.sourceSystem,
      sourceRecordId:
        externalId === undefined
          ? `${normalisedName(company.legalName)}/${category}`
          : context.profile.recordId(externalId),
      company,
      category,
      openingState,
      ...facts,
      unknownFields: unknowableFields.filter((field) => known[field] === undefined),
    },
  };
}

type Facts = Omit<
  PartnerImport,
  'sourceSystem' | 'sourceRecordId' | 'companyKey' | 'company' | 'category' | 'openingState' | 'unknownFields'
>;

function readFacts(reading: RowReading, context: RowContext): Facts {
  return {
    ...given('originalStartOn', pastDate(reading, 'originalStartOn')),
    ...given('lastActivityOn', pastDate(reading, 'lastActivityOn')),
    ...given('lastReviewOn', pastDate(reading, 'lastReviewOn')),
    ...given('nextReviewOn', anyDate(reading, 'nextReviewOn')),
    ...given('agreement', readAgreement(reading)),
    ...given('tier', filledCell(reading, 'tier')?.text),
    ...given('managerEmail', readManagerEmail(reading, context.knownManagers)),
    ...given('partnerContact', readPartnerContact(reading)),
    ...given('ownContactEmail', readOwnContactEmail(reading)),
  };
}

function readCategory({ fields, problems }: RowReading): PartnerCategory | undefined {
  if (fields.category.kind === 'category') return fields.category.category;
  if (fields.category.kind === 'unknown') {
    problems.push({ code: 'ROW_UNKNOWN_CATEGORY', message: fields.category.message });
  }
  return undefined;
}

function readState({ fields, problems }: RowReading): OpeningState | undefined {
  if (fields.openingState.kind === 'state') return fields.openingState.state;
  if (fields.openingState.kind === 'unknown') {
    problems.push({ code: 'VALIDATION_FAILED', message: fields.openingState.message });
  }
  return undefined;
}

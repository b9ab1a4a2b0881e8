import { normalisedName } from '#directory/domain';
import type { ImportedCompany, PartnerCategory } from './partner-import.js';

/** What rows of one file said about one company, and in which rows its partnerships stand. */
export interface CompanyInFile {
  readonly key: string;
  /** Filled up from later rows, so that a third row is compared with all that is known. */
  readonly facts: ImportedCompany;
  readonly rowByCategory: ReadonlyMap<PartnerCategory, number>;
}

/** The companies of a file found so far, by each thing that identifies or hints at them. */
export interface CompaniesInFile {
  /** Identity such as `lei …` to the keys of the companies that have it. */
  readonly keysByIdentity: Map<string, ReadonlySet<string>>;
  readonly byKey: Map<string, CompanyInFile>;
}

/** Where a row's company stands: the same as an earlier row's, or new, perhaps a double of `possibleRowNo`. */
export interface CompanyFound {
  readonly known?: CompanyInFile;
  /** The line of a row that may be the same company although something contradicts it. */
  readonly possibleRowNo?: number;
}

/** No company yet. */
export function noCompanies(): CompaniesInFile {
  return { keysByIdentity: new Map(), byKey: new Map() };
}

/**
 * Looks for a row's company among the earlier rows (domain.md 7.1, step 3). LEI, VAT id and register entry prove it is
 * the same; an equal normalised name does unless an identifier or the country contradicts it; an equal domain alone
 * only makes it likely.
 */
export function findCompany(companies: CompaniesInFile, company: ImportedCompany): CompanyFound {
  const candidates = (identities: readonly string[]): readonly CompanyInFile[] =>
    identities
      .flatMap((identity) => [...(companies.keysByIdentity.get(identity) ?? [])])
      .map((key) => companies.byKey.get(key))
      .filter((found) => found !== undefined);
  const alike = candidates([nameKey(company)]);
  const known = candidates(proofKeys(company))[0] ?? alike.find(({ facts }) => !contradicts(facts, company));
  if (known !== undefined) return { known };
  const possible = alike[0] ?? candidates(domainKeys(company))[0];
  const possibleRowNo = possible === undefined ? undefined : [...possible.rowByCategory.values()][0];
  return possibleRowNo === undefined ? {} : { possibleRowNo };
}

/** Notes that a row holds this company's partnership in a category; returns the company's key. */
export function noteCompany(
  companies: CompaniesInFile,
  known: CompanyInFile | undefined,
  row: { readonly rowNo: number; readonly company: ImportedCompany; readonly category: PartnerCategory },
): string {
  const key = known?.key ?? `company-${String(row.rowNo)}`;
  const noted: CompanyInFile = {
    key,
    facts: { ...row.company, ...known?.facts },
    rowByCategory: new Map([...(known?.rowByCategory ?? []), [row.category, row.rowNo]]),
  };
  companies.byKey.set(key, noted);
  for (const identity of [nameKey(row.company), ...proofKeys(row.company), ...domainKeys(row.company)]) {
    companies.keysByIdentity.set(identity, new Set([...(companies.keysByIdentity.get(identity) ?? []), key]));
  }
  return key;
}

function contradicts(one: ImportedCompany, other: ImportedCompany): boolean {
  return (
    differ(one.lei, other.lei) ||
    differ(one.vatId, other.vatId) ||
    differ(registerKey(one), registerKey(other)) ||
    differ(one.country, other.country)
  );
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function nameKey({ legalName }: ImportedCompany): string {
  return `name ${normalisedName(legalName)}`;
}

function proofKeys(company: ImportedCompany): readonly string[] {
  const proofs = [
    ['lei', company.lei],
    ['vatId', company.vatId],
    ['register', registerKey(company)],
  ] as const;
  return proofs.flatMap(([kind, value]) => (value === undefined ? [] : [`${kind} ${value}`]));
}

function domainKeys({ domain }: ImportedCompany): readonly string[] {
  return domain === undefined ? [] : [`domain ${domain}`];
}

function registerKey({ register }: ImportedCompany): string | undefined {
  return register === undefined ? undefined : [register.court, register.type, register.number].join(' ').toLowerCase();
}

import { normalisedName } from '#directory/domain';
import type { Refusal } from '../graphql-client.adapter.js';
import type { ImportedCompany, PartnerImport } from '../import/partner-import.js';
import type { RowPlan } from '../import/row-plan.js';

/** An accepted row. */
export type AcceptedRow = Extract<RowPlan, { readonly outcome: 'accepted' }>;

/** A company of the file, to be registered once. */
export interface CompanyOfFile {
  readonly key: string;
  /** What all its rows together say. */
  readonly company: ImportedCompany;
  /** The row that names the company first: the registration is derived from it. */
  readonly first: PartnerImport;
  /** The reader already doubted: another company of the file has the same name or domain. */
  readonly doubted: boolean;
  /** Its rows in the order of the file. */
  readonly rows: readonly AcceptedRow[];
}

/**
 * The companies of a file with their rows. Those that may be a double of another one come last, so that the other one is
 * there when they are compared.
 */
export function companiesOf(rows: readonly AcceptedRow[]): readonly CompanyOfFile[] {
  const companies = new Map<string, CompanyOfFile>();
  for (const row of rows) {
    const { companyKey: key, company } = row.plan;
    const known = companies.get(key);
    companies.set(key, {
      key,
      company: { ...company, ...known?.company },
      first: known?.first ?? row.plan,
      doubted: known?.doubted ?? row.warnings.some(({ code }) => code === 'COMPANY_POSSIBLE_DUPLICATE'),
      rows: [...(known?.rows ?? []), row],
    });
  }
  const all = [...companies.values()];
  return [...all.filter(({ doubted }) => !doubted), ...all.filter(({ doubted }) => doubted)];
}

/** A company of the directory, as far as it tells companies apart. */
export interface KnownCompany extends ImportedCompany {
  readonly id: string;
}

/** What to do about a company that the directory refuses because it knows one like it. */
export type Likeness =
  | { readonly kind: 'same'; readonly companyId: string }
  | { readonly kind: 'distinct' }
  | { readonly kind: 'undecided' };

/** The id of the company that has what a refused registration wanted; `undefined` for any other refusal. */
export function holderOf({ code, details }: Refusal): string | undefined {
  if (code !== 'COMPANY_ALREADY_REGISTERED' && code !== 'COMPANY_POSSIBLE_DUPLICATE') return undefined;
  return details.map(({ message }) => /cmp_[0-9A-Za-z]+/.exec(message)?.[0]).find((id) => id !== undefined);
}

/**
 * Judges a refused registration (domain.md 7.1, step 3). A proof of identity, or the same name and nothing that
 * contradicts it, is the same company; a company of this file that the reader told apart is another one; everything
 * else has to be decided by a person.
 */
export function judgeLikeness(
  { code }: Refusal,
  { company, doubted }: CompanyOfFile,
  holder: KnownCompany,
  companiesOfThisFile: ReadonlySet<string>,
): Likeness {
  if (code === 'COMPANY_ALREADY_REGISTERED') return { kind: 'same', companyId: holder.id };
  if (doubted && companiesOfThisFile.has(holder.id)) return { kind: 'distinct' };
  const sameName = normalisedName(company.legalName) === normalisedName(holder.legalName);
  return sameName && !contradicts(company, holder) ? { kind: 'same', companyId: holder.id } : { kind: 'undecided' };
}

function contradicts(one: ImportedCompany, other: ImportedCompany): boolean {
  const register = ({ register: entry }: ImportedCompany): string | undefined =>
    entry === undefined ? undefined : [entry.court, entry.type, entry.number].join(' ').toLowerCase();
  return [
    [one.country, other.country],
    [one.lei, other.lei],
    [one.vatId, other.vatId],
    [register(one), register(other)],
  ].some(([left, right]) => left !== undefined && right !== undefined && left !== right);
}

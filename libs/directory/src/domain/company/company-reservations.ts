import type { Reserve } from '../reservation/reserve.js';
import { canonicalIdentity, type CompanyIdentity, type RegisterEntry } from './company-identity.js';
import { foldedWords } from './fold-text.js';
import { normalisedName } from './normalised-name.js';
import type { CompanyState } from './state.js';

/** One value that only one company may have: the key of its reservation stream and how `reserve` refuses a second one. */
export type CompanyReservation = { readonly key: string } & Omit<
  Reserve<'COMPANY_ALREADY_REGISTERED' | 'COMPANY_POSSIBLE_DUPLICATE'>,
  'holder'
>;

/**
 * What a company with these values has to reserve before it is registered or corrected (I-21): LEI, register entry and
 * VAT id always; domain and normalised name unless somebody confirmed that it is a distinct company (domain.md 2.7).
 */
export function companyReservations(
  values: Partial<CompanyIdentity>,
  confirmDistinct = false,
): readonly CompanyReservation[] {
  const { lei, register, vatId, domain, legalName } = canonicalIdentity(values);
  const name = legalName === undefined ? '' : normalisedName(legalName).replaceAll(' ', '-');
  return [
    ...(lei === undefined ? [] : [taken(`lei-${lei}`, 'lei')]),
    ...(register === undefined ? [] : [taken(`register-${registerKey(register)}`, 'register')]),
    ...(vatId === undefined ? [] : [taken(`vat-${vatId}`, 'vatId')]),
    ...(domain === undefined ? [] : [possible(`domain-${domain}`, 'domain', confirmDistinct)]),
    ...(name === '' ? [] : [possible(`name-${name}`, 'legalName', confirmDistinct)]),
  ];
}

/**
 * Whether a company still has the value of a reservation: the `holderIsOpen` of `reserve`. False after a correction took
 * the value away; `undefined` when it never had it, because the registration or the correction that reserved it is still
 * on its way, or was lost.
 */
export function companyHolds({ company }: CompanyState, key: string): boolean | undefined {
  if (company === undefined) return undefined;
  if (reserves(company.identity, key)) return true;
  return company.formerly.some((identity) => reserves(identity, key)) ? false : undefined;
}

function reserves(identity: CompanyIdentity, key: string): boolean {
  return companyReservations(identity).some((reservation) => reservation.key === key);
}

/** "Amtsgericht Kiel, HRB 0123 KI" and "AG Kiel, HRB 123KI" are one entry. */
function registerKey({ court, type, number }: RegisterEntry): string {
  const words = foldedWords(court);
  const place = words.length > 1 && ['amtsgericht', 'ag'].includes(words[0] ?? '') ? words.slice(1) : words;
  const digits = foldedWords(number)
    .join('')
    .replace(/^0+(?=.)/, '');
  return [...place, foldedWords(type).join(''), digits].join('-');
}

function taken(key: string, path: string): CompanyReservation {
  const message = `${path}: another company has the same value. Use that company, or correct the value.`;
  return { key, refusal: { code: 'COMPANY_ALREADY_REGISTERED', message, path } };
}

function possible(key: string, path: string, confirmedDistinct: boolean): CompanyReservation {
  const message = `${path}: another company looks the same. Use that company, or send confirmDistinct if it is another one.`;
  return { key, refusal: { code: 'COMPANY_POSSIBLE_DUPLICATE', message, path }, confirmedDistinct };
}

/** An entry in a commercial register; the number is unique only together with court and type (domain.md 2.7). */
export interface RegisterEntry {
  readonly court: string;
  /** HRA, HRB, … */
  readonly type: string;
  readonly number: string;
}

/** The id of a company in another system. */
export interface ExternalRef {
  readonly system: string;
  readonly id: string;
}

/** What says which legal entity a company is. */
export interface CompanyIdentity {
  readonly legalName: string;
  /** ISO 3166-1 alpha-2; absent only when an imported list did not say it. */
  readonly country?: string;
  readonly lei?: string;
  readonly register?: RegisterEntry;
  readonly vatId?: string;
  readonly domain?: string;
}

/** The parts of an identity that a correction can take away without a new value. */
export const removableFields = [
  'lei',
  'register',
  'vatId',
  'domain',
] as const satisfies readonly (keyof CompanyIdentity)[];
export type RemovableField = (typeof removableFields)[number];

/** The same identity in its stored form: spaces trimmed, LEI, VAT id, country and register type in capitals. */
export function canonicalIdentity<Identity extends Partial<CompanyIdentity>>(identity: Identity): Identity {
  const { legalName, country, lei, register, vatId, domain } = identity;
  return {
    ...identity,
    ...(legalName === undefined ? {} : { legalName: oneSpaced(legalName) }),
    ...(country === undefined ? {} : { country: country.trim().toUpperCase() }),
    ...(lei === undefined ? {} : { lei: lei.replace(/\s/g, '').toUpperCase() }),
    ...(register === undefined ? {} : { register: canonicalRegister(register) }),
    ...(vatId === undefined ? {} : { vatId: vatId.replace(/[\s.-]/g, '').toUpperCase() }),
    ...(domain === undefined ? {} : { domain: canonicalDomain(domain) }),
  };
}

function canonicalRegister({ court, type, number }: RegisterEntry): RegisterEntry {
  return { court: oneSpaced(court), type: type.trim().toUpperCase(), number: oneSpaced(number) };
}

function canonicalDomain(domain: string): string {
  return domain
    .trim()
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

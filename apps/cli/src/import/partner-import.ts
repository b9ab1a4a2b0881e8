import type { CalendarDate } from '#calendar';

/** The partner categories (domain.md 2.5). */
export const partnerCategories = ['SALES', 'TECHNOLOGY', 'SERVICE'] as const;
export type PartnerCategory = (typeof partnerCategories)[number];

/** The states in which an existing partnership may begin its life here (domain.md 2.2, T2). */
export const openingStates = ['ONBOARDING', 'ACTIVE', 'SUSPENDED'] as const;
export type OpeningState = (typeof openingStates)[number];

/** A register entry; the number is unique only together with court and type (domain.md 2.7). */
export interface RegisterEntry {
  readonly court: string;
  /** Such as `HRA` or `HRB`. */
  readonly type: string;
  readonly number: string;
}

/** What a row says about the partner company. `country` is ISO 3166-1 alpha-2, `domain` lower case without `www.`. */
export interface ImportedCompany {
  readonly legalName: string;
  readonly country?: string;
  readonly lei?: string;
  readonly register?: RegisterEntry;
  readonly vatId?: string;
  readonly domain?: string;
}

/** What a row says about the agreement; `noticeMonths` is a whole number of months. */
export interface ImportedAgreement {
  readonly signedOn: CalendarDate;
  readonly endsOn?: CalendarDate;
  readonly noticeMonths?: number;
}

/** The fields a source may be silent about, as they are named in `unknownFields` (domain.md 7.1, step 5). */
export const unknowableFields = [
  'country',
  'lei',
  'register',
  'vatId',
  'domain',
  'originalStartOn',
  'lastActivityOn',
  'lastReviewOn',
  'tier',
  'managerEmail',
  'partnerContact',
  'ownContactEmail',
  'agreement',
] as const;
export type UnknowableField = (typeof unknowableFields)[number];

/**
 * One existing partnership, ready to be recorded: what ImportPartnership and the commands around it need (domain.md 7.1,
 * step 4). Names and mail addresses are for the person vault, never for an event.
 */
export interface PartnerImport {
  readonly sourceSystem: string;
  /** The source's own id, or one derived from normalised name and category; with `sourceSystem` the idempotency key. */
  readonly sourceRecordId: string;
  /** Rows of one file with the same key are one company with several partnerships. No meaning beyond the file. */
  readonly companyKey: string;
  readonly company: ImportedCompany;
  readonly category: PartnerCategory;
  readonly openingState: OpeningState;
  readonly originalStartOn?: CalendarDate;
  readonly lastActivityOn?: CalendarDate;
  readonly lastReviewOn?: CalendarDate;
  readonly nextReviewOn?: CalendarDate;
  readonly tier?: string;
  /** Lower case. */
  readonly managerEmail?: string;
  readonly partnerContact?: { readonly name: string; readonly email?: string };
  /** Lower case. */
  readonly ownContactEmail?: string;
  readonly agreement?: ImportedAgreement;
  /** What the source did not say, or not readably; in the order of {@link unknowableFields}. */
  readonly unknownFields: readonly UnknowableField[];
}

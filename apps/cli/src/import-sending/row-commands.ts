import type { CalendarDate } from '#calendar';
import type { PartnerImport } from '../import/partner-import.js';
import type { OutgoingCommand } from './api.js';
import { commandIdFor } from './command-id.js';
import type { CompanyOfFile } from './companies.js';

const LEGAL_BASIS = 'Art. 6 I f GDPR (business contact, taken over from a partner list)';
const companyFields = ['country', 'lei', 'register', 'vatId', 'domain'] as const;

/** What all rows of one import have in common. */
export interface Batch {
  readonly batchId: string;
  readonly fileSha256: string;
  readonly fileBytes: number;
  readonly today: CalendarDate;
}

/** Registers a company of the file; `confirmDistinct` says that the likeness to another one was looked at. */
export function registerCompany({ company, first }: CompanyOfFile, confirmDistinct: boolean): OutgoingCommand {
  const { sourceSystem, sourceRecordId, category } = first;
  // A derived record id is ours, not the source's: it refers to nothing there.
  const derived = sourceRecordId.endsWith(`/${category}`);
  return {
    mutation: 'registerPartnerCompany',
    input: {
      commandId: commandIdFor(sourceSystem, sourceRecordId, category, 'company'),
      ...company,
      externalRefs: derived ? [] : [{ system: sourceSystem, id: sourceRecordId }],
      unknownFields: companyFields.filter((field) => company[field] === undefined),
      ...(confirmDistinct ? { confirmDistinct } : {}),
    },
  };
}

/** Records the partnership of a row as it stands in the source. */
export function importPartnership(
  plan: PartnerImport,
  rowNo: number,
  companyId: string,
  { batchId }: Batch,
): OutgoingCommand {
  const { category, openingState, originalStartOn, lastActivityOn, lastReviewOn, sourceSystem, sourceRecordId } = plan;
  return {
    mutation: 'importPartnership',
    input: {
      commandId: stepId(plan, 'partnership'),
      companyId,
      category,
      openingState,
      ...(originalStartOn === undefined ? {} : { originalStartOn }),
      ...(lastActivityOn === undefined ? {} : { lastActivityOn }),
      ...(lastReviewOn === undefined ? {} : { lastReviewOn }),
      sourceSystem,
      sourceRecordId,
      batchId,
      rowNo,
      unknownFields: plan.unknownFields,
    },
  };
}

/** Registers the responsible contact on the partner's side; `undefined` when the source names none. */
export function registerPartnerContact(plan: PartnerImport, companyId: string): OutgoingCommand | undefined {
  if (plan.partnerContact === undefined) return undefined;
  return {
    mutation: 'registerContactPerson',
    input: {
      commandId: stepId(plan, 'partner-contact'),
      side: 'PARTNER',
      companyId,
      ...plan.partnerContact,
      legalBasis: LEGAL_BASIS,
    },
  };
}

/** Registers a contact of the own side, once per address. The list has only the address, so its first part stands for the name. */
export function registerOwnContact(sourceSystem: string, email: string): OutgoingCommand {
  return {
    mutation: 'registerContactPerson',
    input: {
      commandId: commandIdFor(sourceSystem, email, 'own-contact'),
      side: 'OWN',
      name: email.slice(0, email.indexOf('@')),
      email,
      legalBasis: LEGAL_BASIS,
    },
  };
}

/** Names the responsible contact of a side, from the day of the import: since when, the source does not say. */
export function assignContact(
  plan: PartnerImport,
  partnershipId: string,
  side: 'OWN' | 'PARTNER',
  { personId, today }: { readonly personId: string; readonly today: CalendarDate },
): OutgoingCommand {
  return {
    mutation: 'assignContact',
    input: {
      commandId: stepId(plan, `assign-${side.toLowerCase()}-contact`),
      partnershipId,
      side,
      personId,
      validFrom: today,
    },
  };
}

/** Puts the partnership into a manager's portfolio from the day of the import on. */
export function assignManager(
  plan: PartnerImport,
  partnershipId: string,
  managerId: string,
  today: CalendarDate,
): OutgoingCommand {
  return {
    mutation: 'assignPartnerManager',
    input: { commandId: stepId(plan, 'manager'), partnershipId, managerId, from: today },
  };
}

/**
 * Records the agreement when the source says when it was signed and how it is ended; the list itself is the document it
 * rests on. `undefined` when that is not known.
 */
export function recordAgreement(plan: PartnerImport, partnershipId: string, batch: Batch): OutgoingCommand | undefined {
  const { agreement, sourceSystem, sourceRecordId } = plan;
  if (agreement?.noticeMonths === undefined) return undefined;
  const { signedOn, endsOn, noticeMonths } = agreement;
  return {
    mutation: 'recordAgreement',
    input: {
      commandId: stepId(plan, 'agreement'),
      partnershipId,
      occurredOn: signedOn,
      agreementRef: `${sourceSystem}/${sourceRecordId}`.slice(0, 200),
      kind: 'TAKEN_OVER',
      signedOn,
      startsOn: signedOn,
      ...(endsOn === undefined ? {} : { endsOn }),
      noticeMonths,
      noticeToMonthEnd: false,
      governingLaw: 'unknown',
      fileRef: {
        documentId: `import/${batch.batchId}`,
        sha256: batch.fileSha256,
        mediaType: 'text/csv',
        bytes: batch.fileBytes,
      },
      signatories: [],
      reason: 'Taken over from a partner list; the signed document is not part of it.',
    },
  };
}

/** What the source says and no command records: shown, so that nobody believes it was taken over. */
export function notTakenOver(plan: PartnerImport): readonly { readonly code: string; readonly message: string }[] {
  const note = (field: string, why: string) => ({ code: 'NOT_TAKEN_OVER', message: `${field}: ${why}` });
  const { agreement, tier, nextReviewOn } = plan;
  return [
    ...(tier === undefined ? [] : [note('tier', `${tier} is reached by an onboarding in a partner programme.`)]),
    ...(nextReviewOn === undefined ? [] : [note('nextReviewOn', `schedule the review of ${nextReviewOn}.`)]),
    ...(agreement === undefined || agreement.noticeMonths !== undefined
      ? []
      : [note('agreement', 'it has no notice period, without which no agreement is recorded: record it by hand.')]),
  ];
}

function stepId({ sourceSystem, sourceRecordId, category }: PartnerImport, step: string): string {
  return commandIdFor(sourceSystem, sourceRecordId, category, step);
}

import { type PartnerCategory, referenceProgrammes } from '#programme/domain';
import type { ApiUnderTest } from './api-under-test.js';
import type { GraphqlActor } from './graphql-actor.js';

/** Whoever gives out clients of a running system. */
type Stage = Pick<ApiUnderTest, 'actor'>;

/** A partnership of a story with everybody in it. Names and mail addresses contain the company's word, for searching. */
export interface Cast {
  readonly word: string;
  readonly companyId: string;
  readonly partnershipId: string;
  readonly managerId: string;
  readonly ownPersonId: string;
  readonly partnerPersonId: string;
  readonly head: GraphqlActor;
  readonly manager: GraphqlActor;
  readonly representative: GraphqlActor;
}

/** The document every story hands in. */
export const signedDocument = {
  documentId: 'doc-1',
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  bytes: 48_213,
} as const;

/** The day all stories begin on; every later day of theirs has passed too. */
export const begin = '2025-01-06';

/** Drafts and publishes the reference programme of a category: its id; the version is 1. */
export async function publishedProgramme(api: Stage, category: PartnerCategory = 'SALES'): Promise<string> {
  const head = await api.actor('HEAD_OF_PARTNERING');
  const { partnerProgramme } = await head.accepted<{ readonly partnerProgramme: { readonly id: string } }>(
    'draftProgramme',
    { ...referenceProgrammes[category], occurredOn: begin },
    'partnerProgramme { id }',
  );
  const programmeId = partnerProgramme.id;
  await head.accepted('publishProgrammeVersion', { programmeId, occurredOn: begin }, 'partnerProgramme { id }');
  return programmeId;
}

/** Registers a company with its people, and proposes a partnership that a manager of its own looks after. */
export async function proposedPartnership(
  api: Stage,
  word: string,
  category: PartnerCategory = 'SALES',
): Promise<Cast> {
  const head = await api.actor('HEAD_OF_PARTNERING', { subject: 'carla' });
  const companyId = await idOf(head, 'registerPartnerCompany', 'partnerCompany', {
    legalName: `${word} GmbH`,
    country: 'DE',
    domain: `${word.toLowerCase()}.example`,
    occurredOn: begin,
  });
  const person = (side: 'OWN' | 'PARTNER'): Promise<string> =>
    idOf(head, 'registerContactPerson', 'contactPerson', {
      side,
      ...(side === 'OWN' ? {} : { companyId }),
      name: `${side === 'OWN' ? 'Jana' : 'Nora'} ${word}sen`,
      email: `${side.toLowerCase()}@${word.toLowerCase()}sen.example`,
      phone: '+49 40 5550100',
      legalBasis: 'Art. 6 I f GDPR',
      occurredOn: begin,
    });
  const [ownPersonId, partnerPersonId] = [await person('OWN'), await person('PARTNER')];
  const managerUser = `manager-${word.toLowerCase()}`;
  const managerId = await idOf(head, 'appointPartnerManager', 'partnerManager', {
    userId: managerUser,
    capacity: 10,
    occurredOn: begin,
  });
  const partnershipId = await idOf(head, 'proposePartnership', 'partnership', {
    companyId,
    category,
    strategicRationale: `${word} reaches customers that we do not reach alone.`,
    proposedOn: begin,
    occurredOn: begin,
  });
  await head.accepted(
    'assignPartnerManager',
    { partnershipId, managerId, from: begin, occurredOn: begin },
    'partnership { id }',
  );
  return {
    word,
    companyId,
    partnershipId,
    managerId,
    ownPersonId,
    partnerPersonId,
    head,
    manager: await api.actor('PARTNER_MANAGER', { subject: managerUser }),
    representative: await api.actor('PARTNER_REP', {
      subject: `representative-${word.toLowerCase()}`,
      partnerships: [partnershipId],
    }),
  };
}

/** Sends the manager's command about the partnership, which has to be accepted. */
export async function tells(cast: Cast, mutation: string, input: object): Promise<void> {
  await cast.manager.accepted(mutation, { partnershipId: cast.partnershipId, ...input }, 'partnership { id }');
}

/** Enrols a partnership in the SALES programme, names both contacts, hands in all it asks for, and takes it live. */
export async function takeLive(cast: Cast, programmeId: string): Promise<void> {
  const { ownPersonId, partnerPersonId } = cast;
  await tells(cast, 'beginOnboarding', {
    programmeId,
    version: 1,
    targetActivationOn: '2025-02-03',
    occurredOn: '2025-01-13',
  });
  await tells(cast, 'assignContact', { side: 'OWN', personId: ownPersonId, validFrom: '2025-01-14' });
  await tells(cast, 'assignContact', { side: 'PARTNER', personId: partnerPersonId, validFrom: '2025-01-14' });
  await tells(cast, 'recordAgreement', agreementOf(cast));
  for (const key of ['NDA', 'SALES_CERT']) await tells(cast, 'recordRequirementEvidence', evidenceOf(key));
  await tells(cast, 'completeOnboarding', { tier: 'REGISTERED', activatedOn: '2025-02-03', occurredOn: '2025-02-03' });
}

/** A partnership that is proposed and taken live. */
export async function livePartnership(api: Stage, programmeId: string, word: string): Promise<Cast> {
  const cast = await proposedPartnership(api, word);
  await takeLive(cast, programmeId);
  return cast;
}

/** The agreement both companies sign. */
export function agreementOf({ word, ownPersonId, partnerPersonId }: Cast): object {
  return {
    occurredOn: '2025-01-20',
    agreementRef: `AGR-${word}`,
    kind: 'RESELLER',
    signedOn: '2025-01-20',
    startsOn: '2025-01-20',
    noticeMonths: 3,
    noticeToMonthEnd: true,
    governingLaw: 'DE',
    fileRef: signedDocument,
    signatories: [
      { side: 'OWN', personId: ownPersonId, authority: 'PROKURA' },
      { side: 'PARTNER', personId: partnerPersonId, authority: 'STATUTORY' },
    ],
  };
}

/** The evidence that a requirement is met. */
export function evidenceOf(key: string): object {
  return { key, occurredOn: '2025-01-21', validFrom: '2025-01-21', fileRef: signedDocument };
}

async function idOf(actor: GraphqlActor, mutation: string, aggregate: string, input: object): Promise<string> {
  const answer = await actor.accepted<Readonly<Record<string, { readonly id: string }>>>(
    mutation,
    input,
    `${aggregate} { id }`,
  );
  const id = answer[aggregate]?.id;
  if (id === undefined) throw new Error(`${mutation} gave no ${aggregate}`);
  return id;
}

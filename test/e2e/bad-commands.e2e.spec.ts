import { referenceProgrammes } from '#programme/domain';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import type { GraphqlActor, RefusedCommand } from '../support/graphql-actor.js';
import { expectNothingWritten } from '../support/nothing-written.js';
import {
  agreementOf,
  type Cast,
  evidenceOf,
  proposedPartnership,
  publishedProgramme,
  signedDocument,
  takeLive,
  tells,
} from '../support/partnership-cast.js';

let api: ApiUnderTest;
let head: GraphqlActor;
let nordlicht: Cast;
let ostwind: Cast;
let programmeId: string;
let actionId: string;
beforeAll(async () => {
  api = await startApiUnderTest();
  head = await api.actor('HEAD_OF_PARTNERING');
  programmeId = await publishedProgramme(api);
  nordlicht = await proposedPartnership(api, 'Nordlicht');
  await takeLive(nordlicht, programmeId);
  ostwind = await proposedPartnership(api, 'Ostwind');
  await takeLive(ostwind, programmeId);
  await tells(ostwind, 'agreeAction', {
    text: 'Send the price list.',
    ownerSide: 'PARTNER',
    ownerPersonId: ostwind.partnerPersonId,
    dueOn: '2025-03-31',
    occurredOn: '2025-03-03',
  });
  const { actions } = await ostwind.manager.query<{ actions: { edges: { node: { id: string } }[] } }>(
    '{ actions { edges { node { id } } } }',
  );
  actionId = actions.edges[0]?.node.id ?? '';
});
afterAll(() => api.dispose());

/** The codes and paths of a refusal's details. */
function where({ details }: RefusedCommand): readonly string[] {
  return details.map(({ code, path }) => `${code} ${path ?? ''}`.trim());
}

const company = { legalName: 'Morgenrot KI GmbH', country: 'DE' };
const tomorrow = (): string => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

describe('a field that breaks its rule', () => {
  expectNothingWritten(() => api);

  it.each<[string, string, object, string]>([
    [
      'a name with a control character',
      'registerPartnerCompany',
      { ...company, legalName: 'Morgen\u0007rot' },
      'controlCharacters legalName',
    ],
    [
      'a name with a null character',
      'registerPartnerCompany',
      { ...company, legalName: 'Morgen\u0000rot' },
      'controlCharacters legalName',
    ],
    [
      'a name with half a character',
      'registerPartnerCompany',
      { ...company, legalName: 'Morgen\ud800rot' },
      'controlCharacters legalName',
    ],
    ['a name of two lines', 'registerPartnerCompany', { ...company, legalName: 'Morgenrot\nGmbH' }, 'isLine legalName'],
    [
      'a name that is too long',
      'registerPartnerCompany',
      { ...company, legalName: 'x'.repeat(301) },
      'maxLength legalName',
    ],
    ['no name', 'registerPartnerCompany', { ...company, legalName: '' }, 'minLength legalName'],
    ['a blank name', 'registerPartnerCompany', { ...company, legalName: '   ' }, 'isNotBlank legalName'],
    ['a country that is none', 'registerPartnerCompany', { ...company, country: 'Germany' }, 'matches country'],
    [
      'a control character deep inside',
      'registerPartnerCompany',
      { ...company, externalRefs: [{ system: 'CRM', id: 'a\u001bb' }] },
      'controlCharacters externalRefs.0.id',
    ],
    [
      'a line that is too long deep inside',
      'registerPartnerCompany',
      { ...company, externalRefs: [{ system: 'x'.repeat(101), id: '1' }] },
      'maxLength externalRefs.0.system',
    ],
    [
      'too many entries',
      'registerPartnerCompany',
      { ...company, externalRefs: Array.from({ length: 21 }, () => ({ system: 'CRM', id: '1' })) },
      'arrayMaxSize externalRefs',
    ],
    ['a revision below all', 'registerPartnerCompany', { ...company, expectedRevision: -2 }, 'min expectedRevision'],
    [
      'an id of another kind',
      'recordPersonLeftCompany',
      { personId: 'cmp_1', leftOn: '2025-03-03' },
      'matches personId',
    ],
    [
      'an id that is an attack',
      'recordPersonLeftCompany',
      { personId: "prs_1'; DROP TABLE events; --", leftOn: '2025-03-03' },
      'matches personId',
    ],
    [
      'an id that is a path',
      'recordPersonLeftCompany',
      { personId: 'prs_../../vault', leftOn: '2025-03-03' },
      'matches personId',
    ],
    [
      'a mail address that is none',
      'registerContactPerson',
      { side: 'OWN', name: 'Jana', email: 'jana', legalBasis: 'Art. 6' },
      'isEmail email',
    ],
  ])('%s is refused with path and rule', async (_case, mutation, input, detail) => {
    const refusal = await head.refused(mutation, input);
    expect([refusal.code, where(refusal)]).toEqual(['VALIDATION_FAILED', [detail]]);
    const [, path = ''] = detail.split(' ');
    expect(refusal.message).toContain(path);
  });

  it('is named together with all the others', async () => {
    const refusal = await head.refused('registerPartnerCompany', {
      legalName: '',
      country: '?',
      domain: 'http://x',
      expectedRevision: -9,
    });
    expect(where(refusal)).toEqual(
      ['minLength legalName', 'matches country', 'matches domain', 'min expectedRevision'].sort(
        (a, b) => where(refusal).indexOf(a) - where(refusal).indexOf(b),
      ),
    );
    expect(refusal.details).toHaveLength(4);
  });

  it.each([
    ['a mail address', 'Call nora@ostwind.example first.'],
    ['a phone number', 'Call +49 381 5550100 first.'],
  ])('a text with %s is refused, because it would stay for ever', async (_case, note) => {
    const { partnershipId } = ostwind;
    const refusal = await head.refused('logCommunication', {
      partnershipId,
      channel: 'CALL',
      direction: 'OUTBOUND',
      scope: 'BETWEEN_PARTNERS',
      substantive: true,
      topic: 'Price list',
      participants: [],
      summary: note,
    });
    expect([refusal.code, where(refusal)]).toEqual(['TEXT_CONTAINS_CONTACT_DATA', ['namesNoContactData summary']]);
  });

  it('a requirement that is described with a mail address is refused as well', async () => {
    const { requirements, ...content } = referenceProgrammes.SALES;
    const [first, ...others] = requirements;
    const described = { ...first, description: 'Send it to jana@elbtakt.example.' };
    const refusal = await head.refused('draftProgramme', { ...content, requirements: [described, ...others] });
    expect([refusal.code, where(refusal)]).toEqual([
      'TEXT_CONTAINS_CONTACT_DATA',
      ['namesNoContactData requirements.0.description'],
    ]);
  });
});

describe('a day that has not come', () => {
  expectNothingWritten(() => api);
  const scores = { strategicFit: 4, results: 4, delivery: 4, communication: 4, trust: 4 };

  it.each<[string, string, () => object]>([
    ['registering a company', 'registerPartnerCompany', () => ({ ...company, occurredOn: tomorrow() })],
    [
      'proposing a partnership',
      'proposePartnership',
      () => ({
        companyId: nordlicht.companyId,
        category: 'SERVICE',
        strategicRationale: 'Why not.',
        proposedOn: tomorrow(),
      }),
    ],
    [
      'naming a contact',
      'assignContact',
      () => ({
        partnershipId: ostwind.partnershipId,
        side: 'OWN',
        personId: nordlicht.ownPersonId,
        validFrom: tomorrow(),
        occurredOn: tomorrow(),
      }),
    ],
    [
      'recording evidence',
      'recordRequirementEvidence',
      () => ({ partnershipId: ostwind.partnershipId, ...evidenceOf('NDA'), occurredOn: tomorrow() }),
    ],
    [
      'recording an exchange',
      'logCommunication',
      () => ({
        partnershipId: ostwind.partnershipId,
        on: tomorrow(),
        channel: 'CALL',
        direction: 'OUTBOUND',
        scope: 'BETWEEN_PARTNERS',
        substantive: true,
        topic: 'Prices',
        participants: [],
        summary: 'Prices.',
      }),
    ],
    [
      'holding a review',
      'holdReview',
      () => ({
        partnershipId: ostwind.partnershipId,
        heldOn: tomorrow(),
        kind: 'QUARTERLY',
        participants: [
          { side: 'OWN', personId: ostwind.ownPersonId },
          { side: 'PARTNER', personId: ostwind.partnerPersonId },
        ],
        scoresOwn: scores,
        openActionStatus: [],
        outcome: 'CONTINUE',
        summary: 'All well.',
      }),
    ],
    [
      'completing an action',
      'completeAction',
      () => ({ partnershipId: ostwind.partnershipId, actionId, completedOn: tomorrow() }),
    ],
    [
      'recording a result',
      'recordBusinessResult',
      () => ({
        partnershipId: ostwind.partnershipId,
        occurredOn: tomorrow(),
        kind: 'REFERENCE_GAINED',
        attribution: 'SOURCED',
        newCustomer: false,
        customerRef: 'c-1',
      }),
    ],
  ])('cannot be the day of %s', async (_case, mutation, input) => {
    const refusal = await head.refused(mutation, input());
    expect(refusal.code).toBe('OCCURRED_IN_FUTURE');
    expect(refusal.details.map(({ path }) => path)).not.toContain(null);
  });
});

describe('a command about something that is not there', () => {
  expectNothingWritten(() => api);
  const nowhere = { partnershipId: 'prt_01JNOWHERE0000000000000000' };

  it.each<[string, string, () => object, string]>([
    [
      'a partnership',
      'assignContact',
      () => ({ ...nowhere, side: 'OWN', personId: nordlicht.ownPersonId, validFrom: '2025-03-03' }),
      'NOT_FOUND',
    ],
    [
      'a partnership to abandon',
      'abandonPartnership',
      () => ({ ...nowhere, reasonCode: 'OTHER', note: 'Nothing there.' }),
      'NOT_FOUND',
    ],
    ['a partnership to sign for', 'recordAgreement', () => ({ ...nowhere, ...agreementOf(nordlicht) }), 'NOT_FOUND'],
    ['a partnership to end', 'concludePartnership', () => ({ ...nowhere, endedOn: '2025-03-03' }), 'NOT_FOUND'],
    [
      'a company',
      'proposePartnership',
      () => ({ companyId: 'cmp_0', category: 'SALES', strategicRationale: 'Why not.' }),
      'COMPANY_UNKNOWN',
    ],
    [
      'a company to correct',
      'correctCompanyData',
      () => ({ companyId: 'cmp_0', legalName: 'Neu GmbH', reason: 'It was renamed.' }),
      'NOT_FOUND',
    ],
    ['a person', 'recordPersonLeftCompany', () => ({ personId: 'prs_0', leftOn: '2025-03-03' }), 'NOT_FOUND'],
    [
      'a person to name',
      'assignContact',
      () => ({ partnershipId: nordlicht.partnershipId, side: 'OWN', personId: 'prs_0', validFrom: '2025-03-03' }),
      'NOT_FOUND',
    ],
    ['a manager', 'setCapacity', () => ({ managerId: 'mgr_0', capacity: 3 }), 'NOT_FOUND'],
    [
      'a manager to assign',
      'reassignPartnerManager',
      () => ({ partnershipId: nordlicht.partnershipId, managerId: 'mgr_0' }),
      'MANAGER_INACTIVE',
    ],
    ['a programme', 'publishProgrammeVersion', () => ({ programmeId: 'prg_0' }), 'NOT_FOUND'],
    [
      'a requirement',
      'recordRequirementEvidence',
      () => ({ partnershipId: nordlicht.partnershipId, ...evidenceOf('NONSENSE') }),
      'REQUIREMENT_UNKNOWN',
    ],
    [
      'evidence',
      'revokeRequirementEvidence',
      () => ({ partnershipId: nordlicht.partnershipId, evidenceId: 'evd_0', reason: 'It was forged.' }),
      'EVIDENCE_UNKNOWN',
    ],
    [
      'a review',
      'cancelReview',
      () => ({ partnershipId: nordlicht.partnershipId, reviewId: 'rev_0', reason: 'Nobody came.' }),
      'REVIEW_UNKNOWN',
    ],
    [
      'an action',
      'completeAction',
      () => ({ partnershipId: nordlicht.partnershipId, actionId: 'act_0', completedOn: '2025-03-03' }),
      'ACTION_UNKNOWN',
    ],
    [
      'an action of another partnership',
      'completeAction',
      () => ({ partnershipId: nordlicht.partnershipId, actionId, completedOn: '2025-03-03' }),
      'ACTION_UNKNOWN',
    ],
    [
      'an offer',
      'rejectMutualTermination',
      () => ({
        partnershipId: nordlicht.partnershipId,
        proposalId: 'tpr_0',
        side: 'OWN',
        declaredBy: nordlicht.ownPersonId,
      }),
      'NOT_FOUND',
    ],
    ['an import', 'commitImport', () => ({ batchId: 'imp_0', skipped: 0 }), 'NOT_FOUND'],
  ])('%s is refused', async (_case, mutation, input, code) => {
    const refusal = await head.refused(mutation, input());
    expect(refusal.code).toBe(code);
    expect(refusal.message).not.toBe('');
  });

  it('is answered with nothing when it is a question', async () => {
    const answer = await head.query<object>(`{
      partnership(id: "prt_0") { id }
      importBatch(id: "imp_0") { id }
      portfolio(managerId: "mgr_0") { managerId }
      partnershipHistory(partnershipId: "__proto__") { totalCount }
      communicationTimeline(partnershipId: "$where") { totalCount }
    }`);
    expect(answer).toEqual({
      partnership: null,
      importBatch: null,
      portfolio: null,
      partnershipHistory: { totalCount: 0 },
      communicationTimeline: { totalCount: 0 },
    });
  });
});

describe('a command about a partnership of somebody else', () => {
  expectNothingWritten(() => api);

  it.each<[string, string, () => object]>([
    [
      'confirm a contact',
      'assignContact',
      () => ({
        side: 'PARTNER',
        personId: nordlicht.partnerPersonId,
        validFrom: '2025-03-03',
        acceptedByPersonOn: '2025-03-03',
      }),
    ],
    ['complete an action', 'completeAction', () => ({ actionId, completedOn: '2025-03-03' })],
    [
      'give scores',
      'submitPartnerScores',
      () => ({
        reviewId: 'rev_0',
        submittedBy: nordlicht.partnerPersonId,
        scores: { strategicFit: 1, results: 1, delivery: 1, communication: 1, trust: 1 },
      }),
    ],
    [
      'accept an end',
      'acceptMutualTermination',
      () => ({
        proposalId: 'tpr_0',
        termsHash: 'a'.repeat(64),
        side: 'PARTNER',
        declaredBy: nordlicht.partnerPersonId,
        authority: 'STATUTORY',
        form: 'WRITTEN',
      }),
    ],
    [
      'reject an end',
      'rejectMutualTermination',
      () => ({ proposalId: 'tpr_0', side: 'PARTNER', declaredBy: nordlicht.partnerPersonId }),
    ],
    ['complete a wind-down item', 'completeWindDownItem', () => ({ itemId: 'wdi_0' })],
  ])('cannot %s, and does not learn whether it exists', async (_case, mutation, input) => {
    const { representative } = nordlicht;
    const foreign = await representative.refused(mutation, { partnershipId: ostwind.partnershipId, ...input() });
    const nowhere = await representative.refused(mutation, { partnershipId: 'prt_0', ...input() });
    expect(foreign).toMatchObject({
      code: 'FORBIDDEN',
      message: 'This partnership is not one of those you represent.',
    });
    expect(nowhere).toEqual(foreign);
  });

  it('is not even seen', async () => {
    const { representative } = nordlicht;
    const { partnership } = await representative.query<{ partnership: unknown }>(
      `{ partnership(id: "${ostwind.partnershipId}") { id } }`,
    );
    expect(partnership).toBe(null);
  });

  it('cannot be sent by a manager from another portfolio either', async () => {
    const refusal = await nordlicht.manager.refused('recordRequirementEvidence', {
      partnershipId: ostwind.partnershipId,
      ...evidenceOf('NDA'),
      fileRef: signedDocument,
    });
    expect(refusal.code).toBe('FORBIDDEN');
  });
});

describe('a command that rests on an old picture', () => {
  expectNothingWritten(() => api);

  it.each([0, 999, -1])('at revision %d is refused, and told the present one', async (expectedRevision) => {
    const { partnershipId } = nordlicht;
    const { partnership } = await head.query<{ partnership: { revision: number } }>(
      `{ partnership(id: "${partnershipId}") { revision } }`,
    );
    const refusal = await head.refused('recordRequirementEvidence', {
      partnershipId,
      ...evidenceOf('NDA'),
      expectedRevision,
    });
    expect(refusal).toMatchObject({
      code: 'CONCURRENCY_CONFLICT',
      details: [{ code: 'STALE_REVISION', path: 'expectedRevision', message: String(partnership.revision) }],
    });
  });
});

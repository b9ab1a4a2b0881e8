import { expectNothingWritten } from '../support/nothing-written.js';
import { agreementOf, evidenceOf, signedDocument } from '../support/partnership-cast.js';
import { startTwoPartnerships, type TwoPartnerships } from '../support/two-partnerships.js';

let scene: TwoPartnerships;
beforeAll(async () => {
  scene = await startTwoPartnerships();
});
afterAll(() => scene.api.dispose());

describe('a command about something that is not there', () => {
  expectNothingWritten(() => scene.api);
  const nowhere = { partnershipId: 'prt_01JNOWHERE0000000000000000' };

  it.each<[string, string, () => object, string]>([
    [
      'a partnership',
      'assignContact',
      () => ({ ...nowhere, side: 'OWN', personId: scene.nordlicht.ownPersonId, validFrom: '2025-03-03' }),
      'NOT_FOUND',
    ],
    [
      'a partnership to abandon',
      'abandonPartnership',
      () => ({ ...nowhere, reasonCode: 'OTHER', note: 'Nothing there.' }),
      'NOT_FOUND',
    ],
    [
      'a partnership to sign for',
      'recordAgreement',
      () => ({ ...nowhere, ...agreementOf(scene.nordlicht) }),
      'NOT_FOUND',
    ],
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
      () => ({ partnershipId: scene.nordlicht.partnershipId, side: 'OWN', personId: 'prs_0', validFrom: '2025-03-03' }),
      'NOT_FOUND',
    ],
    ['a manager', 'setCapacity', () => ({ managerId: 'mgr_0', capacity: 3 }), 'NOT_FOUND'],
    [
      'a manager to assign',
      'reassignPartnerManager',
      () => ({ partnershipId: scene.nordlicht.partnershipId, managerId: 'mgr_0' }),
      'MANAGER_INACTIVE',
    ],
    ['a programme', 'publishProgrammeVersion', () => ({ programmeId: 'prg_0' }), 'NOT_FOUND'],
    [
      'a requirement',
      'recordRequirementEvidence',
      () => ({ partnershipId: scene.nordlicht.partnershipId, ...evidenceOf('NONSENSE') }),
      'REQUIREMENT_UNKNOWN',
    ],
    [
      'evidence',
      'revokeRequirementEvidence',
      () => ({ partnershipId: scene.nordlicht.partnershipId, evidenceId: 'evd_0', reason: 'It was forged.' }),
      'EVIDENCE_UNKNOWN',
    ],
    [
      'a review',
      'cancelReview',
      () => ({ partnershipId: scene.nordlicht.partnershipId, reviewId: 'rev_0', reason: 'Nobody came.' }),
      'REVIEW_UNKNOWN',
    ],
    [
      'an action',
      'completeAction',
      () => ({ partnershipId: scene.nordlicht.partnershipId, actionId: 'act_0', completedOn: '2025-03-03' }),
      'ACTION_UNKNOWN',
    ],
    [
      'an action of another partnership',
      'completeAction',
      () => ({ partnershipId: scene.nordlicht.partnershipId, actionId: scene.actionId, completedOn: '2025-03-03' }),
      'ACTION_UNKNOWN',
    ],
    [
      'an offer',
      'rejectMutualTermination',
      () => ({
        partnershipId: scene.nordlicht.partnershipId,
        proposalId: 'tpr_0',
        side: 'OWN',
        declaredBy: scene.nordlicht.ownPersonId,
      }),
      'NOT_FOUND',
    ],
    ['an import', 'commitImport', () => ({ batchId: 'imp_0', skipped: 0 }), 'NOT_FOUND'],
  ])('%s is refused', async (_case, mutation, input, code) => {
    const refusal = await scene.head.refused(mutation, input());
    expect(refusal.code).toBe(code);
    expect(refusal.message).not.toBe('');
  });

  it('is answered with nothing when it is a question', async () => {
    const answer = await scene.head.query<object>(`{
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
  expectNothingWritten(() => scene.api);

  it.each<[string, string, () => object]>([
    [
      'confirm a contact',
      'assignContact',
      () => ({
        side: 'PARTNER',
        personId: scene.nordlicht.partnerPersonId,
        validFrom: '2025-03-03',
        acceptedByPersonOn: '2025-03-03',
      }),
    ],
    ['complete an action', 'completeAction', () => ({ actionId: scene.actionId, completedOn: '2025-03-03' })],
    [
      'give scores',
      'submitPartnerScores',
      () => ({
        reviewId: 'rev_0',
        submittedBy: scene.nordlicht.partnerPersonId,
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
        declaredBy: scene.nordlicht.partnerPersonId,
        authority: 'STATUTORY',
        form: 'WRITTEN',
      }),
    ],
    [
      'reject an end',
      'rejectMutualTermination',
      () => ({ proposalId: 'tpr_0', side: 'PARTNER', declaredBy: scene.nordlicht.partnerPersonId }),
    ],
    ['complete a wind-down item', 'completeWindDownItem', () => ({ itemId: 'wdi_0' })],
  ])('cannot %s, and does not learn whether it exists', async (_case, mutation, input) => {
    const { representative } = scene.nordlicht;
    const foreign = await representative.refused(mutation, { partnershipId: scene.ostwind.partnershipId, ...input() });
    const nowhere = await representative.refused(mutation, { partnershipId: 'prt_0', ...input() });
    expect(foreign).toMatchObject({
      code: 'FORBIDDEN',
      message: 'This partnership is not one of those you represent.',
    });
    expect(nowhere).toEqual(foreign);
  });

  it('is not even seen', async () => {
    const { representative } = scene.nordlicht;
    const { partnership } = await representative.query<{ partnership: unknown }>(
      `{ partnership(id: "${scene.ostwind.partnershipId}") { id } }`,
    );
    expect(partnership).toBe(null);
  });

  it('cannot be sent by a manager from another portfolio either', async () => {
    const refusal = await scene.nordlicht.manager.refused('recordRequirementEvidence', {
      partnershipId: scene.ostwind.partnershipId,
      ...evidenceOf('NDA'),
      fileRef: signedDocument,
    });
    expect(refusal.code).toBe('FORBIDDEN');
  });
});

describe('a command that rests on an old picture', () => {
  expectNothingWritten(() => scene.api);

  it.each([0, 999, -1])('at revision %d is refused, and told the present one', async (expectedRevision) => {
    const { partnershipId } = scene.nordlicht;
    const { partnership } = await scene.head.query<{ partnership: { revision: number } }>(
      `{ partnership(id: "${partnershipId}") { revision } }`,
    );
    const refusal = await scene.head.refused('recordRequirementEvidence', {
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

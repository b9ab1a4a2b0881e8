import { expectNothingWritten } from '../support/nothing-written.js';
import { evidenceOf } from '../support/partnership-cast.js';
import { startTwoPartnerships, type TwoPartnerships } from '../support/two-partnerships.js';

let scene: TwoPartnerships;
beforeAll(async () => {
  scene = await startTwoPartnerships();
});
afterAll(() => scene.api.dispose());

const tomorrow = (): string => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

describe('a day that has not come', () => {
  expectNothingWritten(() => scene.api);
  const scores = { strategicFit: 4, results: 4, delivery: 4, communication: 4, trust: 4 };

  it.each<[string, string, () => object]>([
    [
      'registering a company',
      'registerPartnerCompany',
      () => ({ legalName: 'Morgenrot KI GmbH', country: 'DE', occurredOn: tomorrow() }),
    ],
    [
      'proposing a partnership',
      'proposePartnership',
      () => ({
        companyId: scene.nordlicht.companyId,
        category: 'SERVICE',
        strategicRationale: 'Why not.',
        proposedOn: tomorrow(),
      }),
    ],
    [
      'naming a contact',
      'assignContact',
      () => ({
        partnershipId: scene.ostwind.partnershipId,
        side: 'OWN',
        personId: scene.nordlicht.ownPersonId,
        validFrom: tomorrow(),
        occurredOn: tomorrow(),
      }),
    ],
    [
      'recording evidence',
      'recordRequirementEvidence',
      () => ({ partnershipId: scene.ostwind.partnershipId, ...evidenceOf('NDA'), occurredOn: tomorrow() }),
    ],
    [
      'recording an exchange',
      'logCommunication',
      () => ({
        partnershipId: scene.ostwind.partnershipId,
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
        partnershipId: scene.ostwind.partnershipId,
        heldOn: tomorrow(),
        kind: 'QUARTERLY',
        participants: [
          { side: 'OWN', personId: scene.ostwind.ownPersonId },
          { side: 'PARTNER', personId: scene.ostwind.partnerPersonId },
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
      () => ({ partnershipId: scene.ostwind.partnershipId, actionId: scene.actionId, completedOn: tomorrow() }),
    ],
    [
      'recording a result',
      'recordBusinessResult',
      () => ({
        partnershipId: scene.ostwind.partnershipId,
        occurredOn: tomorrow(),
        kind: 'REFERENCE_GAINED',
        attribution: 'SOURCED',
        newCustomer: false,
        customerRef: 'c-1',
      }),
    ],
  ])('cannot be the day of %s', async (_case, mutation, input) => {
    const refusal = await scene.head.refused(mutation, input());
    expect(refusal.code).toBe('OCCURRED_IN_FUTURE');
    expect(refusal.details.map(({ path }) => path)).not.toContain(null);
  });
});

import { addDays, calendarDateIn } from '#calendar';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import {
  type Cast,
  livePartnership,
  proposedPartnership,
  publishedProgramme,
  signedDocument,
  tells,
} from '../support/partnership-cast.js';
import { missing, offerEnd, partnershipOf, rows, terminationCase, terms } from '../support/partnership-views.js';

let api: ApiUnderTest;
let programmeId: string;
beforeAll(async () => {
  api = await startApiUnderTest();
  programmeId = await publishedProgramme(api);
});
afterAll(() => api.dispose());

describe('an offer to end', () => {
  it('that is declined leaves the partnership as it was', async () => {
    const cast = await livePartnership(api, programmeId, 'Quandt');
    const proposalId = await offerEnd(cast);
    await cast.representative.accepted(
      'rejectMutualTermination',
      {
        partnershipId: cast.partnershipId,
        proposalId,
        side: 'PARTNER',
        declaredBy: cast.partnerPersonId,
        reason: 'We want to go on.',
        occurredOn: '2025-07-07',
      },
      'partnership { id }',
    );
    await expectAsBefore(cast, ['MutualTerminationRejected', 'The partner declined offer', 'We want to go on']);
    expect(
      await cast.representative.refused('rejectMutualTermination', {
        partnershipId: cast.partnershipId,
        proposalId,
        side: 'PARTNER',
        declaredBy: cast.partnerPersonId,
      }),
    ).toMatchObject({ code: 'PROPOSAL_NOT_OPEN' });
  });

  it('that is taken back leaves the partnership as it was; only who made it can do that', async () => {
    const cast = await livePartnership(api, programmeId, 'Saimaa');
    const { partnershipId, representative, manager, ownPersonId, partnerPersonId } = cast;
    const proposalId = await offerEnd(cast);
    const withdrawal = { partnershipId, proposalId, reason: 'A new plan is agreed.', occurredOn: '2025-07-14' };
    expect(
      await representative.refused('withdrawMutualTerminationProposal', {
        ...withdrawal,
        side: 'PARTNER',
        declaredBy: partnerPersonId,
      }),
    ).toMatchObject({ code: 'NOT_PROPOSER' });
    await manager.accepted(
      'withdrawMutualTerminationProposal',
      { ...withdrawal, side: 'OWN', declaredBy: ownPersonId },
      'partnership { id }',
    );
    await expectAsBefore(cast, [
      'MutualTerminationProposalWithdrawn',
      'The own side took its offer',
      'A new plan is agreed',
    ]);
  });

  it('that nobody answers expires by itself, and is void from the day after its last', async () => {
    const cast = await livePartnership(api, programmeId, 'Weserbyte');
    const { partnershipId, representative, partnerPersonId } = cast;
    const proposalId = await offerEnd(cast);
    const { proposal } = (await terminationCase(cast)) ?? {};
    const late = {
      partnershipId,
      proposalId,
      termsHash: proposal?.termsHash,
      side: 'PARTNER',
      declaredBy: partnerPersonId,
      declaredOn: '2025-08-01',
      authority: 'STATUTORY',
      form: 'WRITTEN',
    };
    expect((await representative.refused('acceptMutualTermination', late)).code).toBe('PROPOSAL_EXPIRED');
    const system = await api.actor('SYSTEM');
    await system.accepted('expireProposal', { partnershipId, proposalId }, 'partnership { id }');
    await expectAsBefore(cast, [
      'MutualTerminationProposalExpired',
      'Nobody answered offer',
      'void from 2025-08-01 on',
    ]);
  });

  async function expectAsBefore(cast: Cast, [type, ...parts]: readonly string[]): Promise<void> {
    expect(await partnershipOf(cast, 'state endsOn proposal { proposalId }')).toEqual({
      state: 'ACTIVE',
      endsOn: null,
      proposal: null,
    });
    expect(await terminationCase(cast)).toBe(undefined);
    const [last] = await rows<{ type: string; sentence: string }>(
      cast,
      `partnershipHistory(partnershipId: "${cast.partnershipId}", direction: NEWEST_FIRST, first: 1)`,
      'type sentence',
    );
    expect(last?.type).toBe(type);
    for (const part of parts) expect(last?.sentence).toContain(part);
  }
});

describe('an end that is agreed for today', () => {
  const kinds = [
    'CUSTOMER_HANDOVER',
    'OPEN_DEALS',
    'DATA_RETURN',
    'ACCESS_REVOKED',
    'BRANDING_REMOVED',
    'FINAL_SETTLEMENT',
  ];

  it('is accepted and concluded by one request, and two events say so', async () => {
    const cast = await livePartnership(api, programmeId, 'Limmat');
    const { head, partnershipId, partnerPersonId } = cast;
    const day = calendarDateIn(new Date().toISOString());
    const windDownItems = kinds.map((kind) => ({ kind, ownerSide: 'OWN', dueOn: day, mandatory: false }));
    const proposalId = await offerEnd(cast, {
      occurredOn: addDays(day, -14),
      acceptBy: day,
      agreed: { ...terms(day), windDownItems },
    });
    const { proposal } = (await terminationCase(cast)) ?? {};
    const answer = await head.query(
      `mutation ($acceptance: AcceptMutualTerminationInput!, $conclusion: ConcludePartnershipInput!) {
        accepted: acceptMutualTermination(input: $acceptance) { ...state }
        concluded: concludePartnership(input: $conclusion) { ...state }
      }
      fragment state on PartnershipCommandResult { ... on PartnershipAccepted { partnership { state } } ... on CommandRejected { code message } }`,
      {
        acceptance: {
          partnershipId,
          proposalId,
          termsHash: proposal?.termsHash,
          side: 'PARTNER',
          declaredBy: partnerPersonId,
          declaredOn: day,
          authority: 'STATUTORY',
          form: 'WRITTEN',
          fileRef: signedDocument,
        },
        conclusion: { partnershipId, endedOn: day },
      },
    );
    expect(answer).toEqual({
      accepted: { partnership: { state: 'WINDING_DOWN' } },
      concluded: { partnership: { state: 'TERMINATED' } },
    });
    const history = `partnershipHistory(partnershipId: "${partnershipId}", direction: NEWEST_FIRST, first: 3)`;
    expect(await rows(cast, history, 'type occurredOn')).toEqual(
      ['PartnershipTerminatedByMutualAgreement', 'WindDownBegun', 'MutualTerminationAccepted'].map((type) => ({
        type,
        occurredOn: day,
      })),
    );
  });
});

describe('a partnership that never became active', () => {
  it('is abandoned with a reason, and its place is free again', async () => {
    const cast = await proposedPartnership(api, 'Morgenrot');
    await tells(cast, 'abandonPartnership', {
      reasonCode: 'NO_RESPONSE',
      note: 'No answer to three letters.',
      occurredOn: '2025-06-16',
    });
    expect(await partnershipOf(cast, 'state')).toEqual({ state: 'ABANDONED' });
    expect(await missing(cast)).toBe(undefined);
    expect(
      await cast.manager.refused('beginOnboarding', {
        partnershipId: cast.partnershipId,
        programmeId,
        version: 1,
        targetActivationOn: '2025-09-01',
      }),
    ).toMatchObject({ code: 'INVALID_STATE', currentState: 'ABANDONED' });
    await cast.head.accepted(
      'proposePartnership',
      { companyId: cast.companyId, category: 'SALES', strategicRationale: 'They answered.' },
      'partnership { id }',
    );
  });
});

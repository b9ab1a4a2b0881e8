import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  head,
  ownDeclarer,
  partnerDeclarer,
  representative,
  signedLetter,
} from '../../../domain/event-samples/ending-people.js';
import { counterOffered, offered, terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import { mutualTerminationProposalWithdrawn } from '../../../domain/event-samples/termination.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import {
  withdrawMutualTerminationProposal,
  type WithdrawalFacts,
  type WithdrawMutualTerminationProposal,
} from './withdraw-mutual-termination-proposal.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const command: WithdrawMutualTerminationProposal = {
  proposalId: 'tpr_own',
  side: 'OWN',
  declaredBy: 'prs_own',
  reason: 'A new plan was agreed in the review.',
};
const binding: WithdrawMutualTerminationProposal = {
  ...command,
  proposalId: 'tpr_partner',
  side: 'PARTNER',
  declaredBy: 'prs_partner',
};
const otherSideAgreement = { personId: 'prs_own', declaredOn: '2026-03-30', fileRef: signedLetter };

function withdrawing(
  withdrawal: WithdrawMutualTerminationProposal = command,
  facts: WithdrawalFacts = { declarer: ownDeclarer },
  actor = head,
) {
  return (state: PartnershipState) =>
    withdrawMutualTerminationProposal(withdrawal, state, testContext({ actor }), facts);
}

describe('Taking back an offer to end the partnership', () => {
  it('leaves the partnership as it was', () => {
    given(...offered)
      .when(withdrawing())
      .then(mutualTerminationProposalWithdrawn);
  });

  it('is refused a second time, and after the agreement', () => {
    given(...offered, mutualTerminationProposalWithdrawn)
      .when(withdrawing())
      .thenRejected('PROPOSAL_NOT_OPEN', ['WITHDRAWN']);
    given(...windingDown)
      .when(withdrawing(binding, { declarer: partnerDeclarer }, representative))
      .thenRejected('INVALID_STATE', ['WINDING_DOWN']);
  });

  it('is refused to the side that got the offer', () => {
    given(...counterOffered)
      .when(withdrawing({ ...command, proposalId: 'tpr_partner' }))
      .thenRejected('NOT_PROPOSER');
  });

  it('is refused for a binding offer without the other side’s agreement', () => {
    given(...counterOffered)
      .when(withdrawing(binding, { declarer: partnerDeclarer }, representative))
      .thenRejected('BINDING_OFFER');
  });

  it('records the agreement of the other side to let a binding offer go', () => {
    given(...counterOffered)
      .when(
        withdrawing(
          { ...binding, otherSideAgreement },
          { declarer: partnerDeclarer, agreeing: ownDeclarer },
          representative,
        ),
      )
      .then({
        ...mutualTerminationProposalWithdrawn,
        data: {
          proposalId: 'tpr_partner',
          side: 'PARTNER',
          declaredBy: 'prs_partner',
          on: '2026-03-31',
          reason: command.reason,
          otherSideAgreement,
        },
      });
  });

  it('is recorded for the partner by the own side only with the document it rests on', () => {
    const agreed = { ...binding, otherSideAgreement };
    const facts = { declarer: partnerDeclarer, agreeing: ownDeclarer };
    given(...counterOffered)
      .when(withdrawing(agreed, facts))
      .thenRejected('EVIDENCE_REQUIRED', ['FILE_REF_MISSING']);
    const { proposalId, side, declaredBy, reason } = binding;
    given(...counterOffered)
      .when(withdrawing({ ...agreed, fileRef: signedLetter }, facts))
      .then({
        ...mutualTerminationProposalWithdrawn,
        data: { proposalId, side, declaredBy, on: '2026-03-31', reason, fileRef: signedLetter, otherSideAgreement },
      });
  });

  it('is refused when the agreement to it comes from the same side', () => {
    given(...counterOffered)
      .when(
        withdrawing(
          { ...binding, otherSideAgreement: { ...otherSideAgreement, personId: 'prs_partner' } },
          { declarer: partnerDeclarer, agreeing: partnerDeclarer },
          representative,
        ),
      )
      .thenRejected('SIDE_MISMATCH');
  });

  it('is refused to a representative for the own side', () => {
    given(...offered)
      .when(withdrawing(command, { declarer: ownDeclarer }, representative))
      .thenRejected('FORBIDDEN');
  });

  it('is refused on a day before the offer', () => {
    given(...offered)
      .when(withdrawing({ ...command, occurredOn: '2026-03-01' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_PROPOSAL']);
  });

  it.each([
    ['SIDE_MISMATCH', partnerDeclarer],
    ['PERSON_ERASED', { ...ownDeclarer, erased: true }],
    ['PERSON_LEFT', { ...ownDeclarer, leftOn: '2026-03-01' }],
    ['NOT_FOUND', undefined],
  ])('is refused with %s when the person cannot declare for the side', (code, declarer) => {
    given(...offered)
      .when(withdrawing(command, { declarer }))
      .thenRejected(code);
  });

  it('is refused for an offer that was never made, and after the end', () => {
    given(...active)
      .when(withdrawing())
      .thenRejected('NOT_FOUND');
    given(...terminated)
      .when(withdrawing())
      .thenRejected('INVALID_STATE');
  });

  it('is needless after the last day for an answer, also for a binding offer', () => {
    given(...counterOffered)
      .when(withdrawing({ ...binding, occurredOn: '2026-05-01' }, { declarer: partnerDeclarer }, representative))
      .thenRejected('PROPOSAL_NOT_OPEN', ['EXPIRED']);
  });

  it('is refused when the other side is yet to agree to it', () => {
    const agreed = { ...binding, otherSideAgreement: { ...otherSideAgreement, declaredOn: '2026-04-01' } };
    given(...counterOffered)
      .when(withdrawing(agreed, { declarer: partnerDeclarer, agreeing: ownDeclarer }, representative))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });
});

import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { offered, terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import { mutualTerminationProposalExpired } from '../../../domain/event-samples/termination.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { expireProposal } from './expire-proposal.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);

function expiring(today: string, proposalId = 'tpr_own') {
  return (state: PartnershipState) => expireProposal({ proposalId }, state, testContext({ today }));
}

describe('Expiring an unanswered offer', () => {
  it.each(['2026-04-16', '2026-04-27'])(
    'happened on the day after the last day for an answer, found on %s',
    (today) => {
      given(...offered)
        .when(expiring(today))
        .then(mutualTerminationProposalExpired);
    },
  );

  it('is refused while the offer can be answered, the last day included', () => {
    given(...offered)
      .when(expiring('2026-04-15'))
      .thenRejected('VALIDATION_FAILED', ['ANSWER_STILL_POSSIBLE']);
  });

  it('is refused a second time, and after the agreement', () => {
    given(...offered, mutualTerminationProposalExpired)
      .when(expiring('2026-04-17'))
      .thenRejected('PROPOSAL_NOT_OPEN', ['EXPIRED']);
    given(...windingDown)
      .when(expiring('2026-05-01', 'tpr_partner'))
      .thenRejected('INVALID_STATE', ['WINDING_DOWN']);
  });

  it('is refused for an offer that was never made, and after the end', () => {
    given(...active)
      .when(expiring('2026-04-16'))
      .thenRejected('NOT_FOUND');
    given(...terminated)
      .when(expiring('2026-10-01'))
      .thenRejected('INVALID_STATE');
  });
});

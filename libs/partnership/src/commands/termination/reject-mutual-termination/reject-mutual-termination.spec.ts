import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  head,
  ownDeclarer,
  partnerDeclarer,
  representative,
  signedLetter,
} from '../../../domain/event-samples/ending-people.js';
import { counterOffered, offered, terminated } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import { mutualTerminationRejected } from '../../../domain/event-samples/termination.js';
import { partnershipEvents } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { rejectMutualTermination, type RejectMutualTermination } from './reject-mutual-termination.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ actor: representative });
const command: RejectMutualTermination = {
  proposalId: 'tpr_own',
  side: 'PARTNER',
  declaredBy: 'prs_partner',
  reason: 'Two deals are about to close.',
};

function rejecting(changes: Partial<RejectMutualTermination> = {}, declarer = partnerDeclarer) {
  return (state: PartnershipState) => rejectMutualTermination({ ...command, ...changes }, state, context, { declarer });
}

describe('Declining an end by mutual agreement', () => {
  it('leaves the partnership as it was', () => {
    given(...offered)
      .when(rejecting())
      .then(mutualTerminationRejected);
    const { lifecycle, termination } = [...offered, mutualTerminationRejected].reduce(
      evolvePartnership,
      initialPartnership,
    );
    expect(lifecycle.status).toBe('ACTIVE');
    expect(termination.openProposalId).toBeUndefined();
  });

  it('needs no reason', () => {
    const { reason: _, ...unexplained } = command;
    const { reason: __, ...data } = mutualTerminationRejected.data;
    given(...offered)
      .when((state) => rejectMutualTermination(unexplained, state, context, { declarer: partnerDeclarer }))
      .then({ ...mutualTerminationRejected, data });
  });

  it('is refused a second time', () => {
    given(...offered, mutualTerminationRejected)
      .when(rejecting())
      .thenRejected('PROPOSAL_NOT_OPEN', ['REJECTED']);
  });

  it('is refused to the side that made the offer', () => {
    given(...counterOffered)
      .when(rejecting({ proposalId: 'tpr_partner' }))
      .thenRejected('OWN_PROPOSAL');
  });

  it('is refused to a representative for the own side', () => {
    given(...counterOffered)
      .when(rejecting({ proposalId: 'tpr_partner', side: 'OWN' }, ownDeclarer))
      .thenRejected('FORBIDDEN');
  });

  it('is recorded for the partner by the own side only with its document, so that no binding offer is escaped', () => {
    const facts = { declarer: partnerDeclarer };
    given(...offered)
      .when((state) => rejectMutualTermination(command, state, { ...context, actor: head }, facts))
      .thenRejected('EVIDENCE_REQUIRED', ['FILE_REF_MISSING']);
    const evidence = { ...command, fileRef: signedLetter };
    given(...offered)
      .when((state) => rejectMutualTermination(evidence, state, { ...context, actor: head }, facts))
      .then({ ...mutualTerminationRejected, data: { ...mutualTerminationRejected.data, fileRef: signedLetter } });
    const { data } = partnershipEvents.MutualTerminationRejected;
    const stored = { ...mutualTerminationRejected.data, fileRef: signedLetter };
    expect(data.parse(stored)).toEqual(stored);
  });

  it('is refused on a day before the offer', () => {
    given(...offered)
      .when(rejecting({ occurredOn: '2026-03-01' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_PROPOSAL']);
  });

  it.each([
    ['SIDE_MISMATCH', ownDeclarer],
    ['PERSON_ERASED', { ...partnerDeclarer, erased: true }],
    ['PERSON_LEFT', { ...partnerDeclarer, leftOn: '2026-03-01' }],
    ['NOT_FOUND', undefined],
  ])('is refused with %s when the person cannot declare for the side', (code, declarer) => {
    given(...offered)
      .when((state) => rejectMutualTermination(command, state, context, { declarer }))
      .thenRejected(code);
  });

  it('is refused for an offer that was never made, and after the end', () => {
    given(...active)
      .when(rejecting())
      .thenRejected('NOT_FOUND');
    given(...terminated)
      .when(rejecting())
      .thenRejected('INVALID_STATE');
  });

  it('is refused after the last day for an answer, however late the scheduler is', () => {
    given(...offered)
      .when(rejecting({ occurredOn: '2026-12-31' }))
      .thenRejected('PROPOSAL_NOT_OPEN', ['EXPIRED']);
  });
});

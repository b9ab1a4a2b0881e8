import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { type HoldReview, holdReview } from './hold-review.js';
import type { HoldReviewInput } from './hold-review.input.js';

export class HoldReviewCommand extends PartnershipCommand<HoldReviewInput> {}

export const HoldReviewHandler = partnershipHandler(HoldReviewCommand, {
  prepare: async (
    { scoresOwn, scoresPartner, summary, actions = [], openActionStatus = [], ...input },
    texts,
  ): Promise<HoldReview> => {
    const [sealedSummary, ...actionTexts] = await texts.seal([summary, ...actions.map(({ text }) => text)]);
    return {
      ...input,
      openActionStatus,
      summary: sealedSummary,
      actions: actions.map((action, index) => ({ ...action, text: actionTexts[index] ?? sealedSummary })),
      scores: {
        ...(scoresOwn === undefined ? {} : { OWN: scoresOwn }),
        ...(scoresPartner === undefined ? {} : { PARTNER: scoresPartner }),
      },
    };
  },
  facts: async (facts, { participants, actions }, state) => ({
    persons: await facts.persons([
      ...participants.map(({ personId }) => personId),
      ...actions.map(({ ownerPersonId }) => ownerPersonId),
    ]),
    cadenceDays: await facts.cadenceDays(state),
  }),
  decide: holdReview,
});

import type { Projection } from '#event-sourcing';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { AgreedAction } from './agreed-action.js';

type ActionEvent = PartnershipEventNamed<'ActionAgreed' | 'ActionCompleted' | 'ActionReplanned' | 'ActionCancelled'>;

/** "What did they promise, and what became of it?" (domain.md 4.1, `actionList`): one document per action. */
export const actions: Projection<AgreedAction, ActionEvent> = {
  name: 'actions',
  version: 1,
  document: AgreedAction,
  key: ({ data }) => data.actionId,
  on: {
    ActionAgreed: (_, { stream, data: { actionId, text, dueOn, ...agreed } }) => ({
      id: actionId,
      partnershipId: partnershipIdOf(stream),
      ...agreed,
      sealedText: text,
      status: 'OPEN',
      dueOn,
      originallyDueOn: dueOn,
      replanCount: 0,
    }),
    ActionCompleted: (action, { data: { completedOn, note } }) =>
      action && { ...action, status: 'COMPLETED', completedOn, ...(note === undefined ? {} : { note }) },
    ActionReplanned: (action, { data: { newDueOn, replanCount } }) =>
      action && { ...action, dueOn: newDueOn, replanCount },
    ActionCancelled: (action, { occurredOn, data: { reason } }) =>
      action && { ...action, status: 'CANCELLED', cancelledOn: occurredOn, cancelReason: reason },
  },
};

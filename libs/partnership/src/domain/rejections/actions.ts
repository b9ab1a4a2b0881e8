/** When the commands of the chapter "actions" are refused (domain.md 2.7, 2.8). */
export const actionsRejections = {
  ACTION_UNKNOWN: 'The partnership has no action with this id.',
  ACTION_CLOSED: 'The action has been completed or cancelled; nothing more can be done with it.',
  DUE_IN_PAST: 'The due date lies before the day on which the action is agreed or replanned (I-12).',
  OWNER_SIDE_MISMATCH: 'The responsible person does not belong to the side that owns the action (I-12).',
} as const;

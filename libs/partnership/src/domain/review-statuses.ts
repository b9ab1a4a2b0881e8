/** How a review stands: planned, then held or called off; one that nobody planned is held at once (domain.md 2.7). */
export const reviewStatuses = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** What is under way towards the end of a partnership (domain.md 4.1, `terminationBoard`). */
export const terminationBoardStates = ['PROPOSED', 'WINDING_DOWN', 'TERMINATED'] as const;
export type TerminationBoardState = (typeof terminationBoardStates)[number];

/** Where a wind-down item stands (domain.md 2.2, sub-machine WindDownItem). */
export const windDownItemStatuses = ['PENDING', 'DONE', 'WAIVED'] as const;
export type WindDownItemStatus = (typeof windDownItemStatuses)[number];

/** Three queries to paste into the explorer; `endedPartnershipId` is the one whose whole history is worth reading. */
export function queriesToTry(endedPartnershipId: string): readonly string[] {
  return [
    '{ partnerships(first: 10, filter: { states: [ACTIVE] }) { totalCount edges { node { id companyName category tier lastContactOn nextReviewOn openActions } } } }',
    '{ onboardingBoard(first: 10) { edges { node { companyName category missing { code side } } } } }',
    `{ partnershipHistory(partnershipId: "${endedPartnershipId}", first: 50) { edges { node { revision occurredOn recordedAt sentence } } } }`,
  ];
}

import type { CalendarDate } from '#calendar';

/** A dismissal with who takes over what. */
export interface Dismissal {
  readonly dismissedOn: CalendarDate;
  readonly handover: readonly { readonly partnershipId: string; readonly managerId: string }[];
}

/** What `ReassignPartnerManager` is sent for, and the revision of the partnership that it was decided on. */
export interface PartnershipToReassign {
  readonly partnershipId: string;
  readonly managerId: string;
  readonly from: CalendarDate;
  readonly revision: number;
}

/**
 * Who takes over which partnership (domain.md 2.6, 2.12). `stillTheirs` are the partnerships that the dismissed manager
 * looks after: one that somebody else took over meanwhile is left alone, however often the event comes.
 */
export function partnershipsToReassign(
  { dismissedOn, handover }: Dismissal,
  stillTheirs: readonly { readonly id: string; readonly revision: number }[],
): readonly PartnershipToReassign[] {
  return handover.flatMap(({ partnershipId, managerId }) => {
    const partnership = stillTheirs.find(({ id }) => id === partnershipId);
    return partnership === undefined
      ? []
      : [{ partnershipId, managerId, from: dismissedOn, revision: partnership.revision }];
  });
}

import type { CalendarDate } from '#calendar';
import type { ManagerEventNamed } from '#directory/domain';

/** A dismissal with who takes over what, why and with which note. */
type Dismissal = ManagerEventNamed<'PartnerManagerDismissed'>['data'];

/** What `ReassignPartnerManager` is sent for, and the revision of the partnership that it was decided on. */
export interface PartnershipToReassign {
  readonly partnershipId: string;
  readonly managerId: string;
  readonly from: CalendarDate;
  readonly reason?: string;
  readonly handoverNote?: string;
  readonly revision: number;
}

/**
 * Who takes over which partnership (domain.md 2.6, 2.12). `stillTheirs` are the partnerships that the dismissed manager
 * looks after and since when: a dismissal that is told late may lie before that. One that somebody else took over meanwhile is left alone, however often the event comes.
 */
export function partnershipsToReassign(
  { dismissedOn, handover }: Dismissal,
  stillTheirs: readonly { readonly id: string; readonly revision: number; readonly managerFrom?: CalendarDate }[],
): readonly PartnershipToReassign[] {
  return handover.flatMap((entry) => {
    const partnership = stillTheirs.find(({ id }) => id === entry.partnershipId);
    if (partnership === undefined) return [];
    const { revision, managerFrom = dismissedOn } = partnership;
    return [{ ...entry, from: managerFrom > dismissedOn ? managerFrom : dismissedOn, revision }];
  });
}

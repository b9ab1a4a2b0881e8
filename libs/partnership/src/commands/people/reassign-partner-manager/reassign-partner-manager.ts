import type { CalendarDate } from '#calendar';
import { acceptedWithWarnings, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { capacityWarnings, type ManagerNamingFacts, refuseManager } from '../../../domain/manager-capacity.js';
import { notAfterToday } from '../../../domain/occurred-on.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { ManagerAssignment } from '../../../domain/state/people.js';

/** Hands a partnership over to another partner manager (domain.md 2.7). */
export interface ReassignPartnerManager {
  readonly managerId: string;
  /** First day of the new manager, by default today; may be planned. */
  readonly from?: CalendarDate;
  /** Why the manager changes. */
  readonly reason?: string;
  readonly handoverNote?: string;
  readonly occurredOn?: CalendarDate;
}

/**
 * Changes the manager: `PARTNER_MANAGER_MISSING` when there is none to hand over from, `SAME_MANAGER`,
 * `MANAGER_INACTIVE`, `CAPACITY_LIMIT`. The new duty begins not before the old one. Warns `CAPACITY_EXCEEDED` up to 120 %.
 */
export function reassignPartnerManager(
  command: ReassignPartnerManager,
  state: PartnershipState,
  context: DecisionContext,
  facts: ManagerNamingFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { from: begins, occurredOn: told, ...succession } = command;
  const { managerId } = succession;
  const from = begins ?? told ?? context.today;
  const occurredOn = told ?? notAfterToday(from, context.today);
  const refusal = refuseInState(state, 'ReassignPartnerManager') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const present = state.people.managers.at(-1);
  if (present === undefined)
    return rejected('PARTNER_MANAGER_MISSING', 'The partnership has no manager yet: use AssignPartnerManager.');
  const unfit = refuseSuccession(managerId, from, present) ?? refuseManager(managerId, facts);
  if (unfit !== undefined) return unfit;
  const data = { ...succession, from, previousManagerId: present.managerId };
  return acceptedWithWarnings([{ type: 'PartnerManagerReassigned', occurredOn, data }], capacityWarnings(facts));
}

function refuseSuccession(
  managerId: string,
  from: CalendarDate,
  present: ManagerAssignment,
): Rejected<'SAME_MANAGER' | 'VALIDATION_FAILED'> | undefined {
  if (present.managerId === managerId)
    return rejected('SAME_MANAGER', `${managerId} is the partner manager since ${present.from}: name another one.`);
  if (from >= present.from) return undefined;
  const message = `from: ${present.managerId} took over on ${present.from}; give that day or a later one.`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code: 'BEFORE_PREDECESSOR', message, path: 'from' }] });
}

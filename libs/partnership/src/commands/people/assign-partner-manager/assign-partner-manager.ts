import type { CalendarDate } from '#calendar';
import { acceptedWithWarnings, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { capacityWarnings, type ManagerNamingFacts, refuseManager } from '../../../domain/manager-capacity.js';
import { notAfterToday } from '../../../domain/occurred-on.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Names the first partner manager of a partnership (domain.md 2.7). */
export interface AssignPartnerManager {
  readonly managerId: string;
  /** First day of the duty, by default today; may be planned. */
  readonly from?: CalendarDate;
  readonly handoverNote?: string;
  readonly occurredOn?: CalendarDate;
}

/**
 * Names the manager: `MANAGER_INACTIVE`, `CAPACITY_LIMIT`, `SAME_MANAGER`; a partnership that has one is `INVALID_STATE`,
 * because a change is a handover. Warns `CAPACITY_EXCEEDED` up to 120 %.
 */
export function assignPartnerManager(
  command: AssignPartnerManager,
  state: PartnershipState,
  context: DecisionContext,
  facts: ManagerNamingFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { managerId, handoverNote } = command;
  const from = command.from ?? command.occurredOn ?? context.today;
  const occurredOn = command.occurredOn ?? notAfterToday(from, context.today);
  const refusal =
    refuseInState(state, 'AssignPartnerManager') ??
    refuseBeforeOpening(state, occurredOn) ??
    refuseSecondManager(managerId, state) ??
    refuseManager(managerId, facts);
  if (refusal !== undefined) return refusal;
  const data = { managerId, from, ...(handoverNote === undefined ? {} : { handoverNote }) };
  return acceptedWithWarnings([{ type: 'PartnerManagerAssigned', occurredOn, data }], capacityWarnings(facts));
}

function refuseSecondManager(
  managerId: string,
  { people, lifecycle }: PartnershipState,
): Rejected<'SAME_MANAGER' | 'INVALID_STATE'> | undefined {
  const present = people.managers.at(-1);
  if (present === undefined) return undefined;
  if (present.managerId === managerId)
    return rejected('SAME_MANAGER', `${managerId} is the partner manager since ${present.from}; nothing to assign.`);
  return rejected('INVALID_STATE', `${present.managerId} is the partner manager: use ReassignPartnerManager.`, {
    allowedCommands: ['ReassignPartnerManager'],
    ...(lifecycle.status === undefined ? {} : { currentState: lifecycle.status }),
  });
}

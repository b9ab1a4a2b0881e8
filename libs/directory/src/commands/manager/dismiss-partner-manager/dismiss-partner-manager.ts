import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type RejectionDetail, rejected } from '#event-sourcing';
import type { ManagerFacts } from '../../../domain/facts.js';
import { activeManager } from '../../../domain/manager/active-manager.js';
import { isBeyondLimit } from '../../../domain/manager/capacity-limit.js';
import type { ManagerEvent } from '../../../domain/manager/events.js';
import type { ManagerRejectionCode } from '../../../domain/manager/rejections.js';
import type { ManagerState } from '../../../domain/manager/state.js';

/** Who takes over one partnership. */
export interface Handover {
  readonly partnershipId: string;
  readonly managerId: string;
  /** Why this manager takes over. */
  readonly reason?: string;
  /** What the successor has to know. */
  readonly handoverNote?: string;
}

/** Dismisses a partner manager (domain.md 2.6): a process reassigns one partnership after the other. */
export interface DismissPartnerManager {
  readonly occurredOn?: CalendarDate;
  readonly handover: readonly Handover[];
}

/** What a dismissal needs of other places. */
export interface DismissPartnerManagerFacts {
  /** The open partnerships that the manager looks after. */
  readonly openPartnershipIds: readonly string[];
  /** The managers that the handover names, by id; one who was never appointed is not in it. */
  readonly successors: Readonly<Record<string, ManagerFacts>>;
  /** How many open partnerships each of them looks after so far, by id. */
  readonly loads: Readonly<Record<string, number>>;
}

/**
 * Dismisses a manager whose whole portfolio has a successor: `PORTFOLIO_NOT_HANDED_OVER` names each open partnership that has
 * none, `MANAGER_INACTIVE` each successor who is not appointed, `CAPACITY_LIMIT` each who would have far too many (nobody
 * can be reassigned to them afterwards), `VALIDATION_FAILED` partnerships that are not in the
 * portfolio or are handed over twice.
 */
export function dismissPartnerManager(
  command: DismissPartnerManager,
  state: ManagerState,
  context: DecisionContext,
  facts: DismissPartnerManagerFacts,
): Decision<ManagerEvent, ManagerRejectionCode> {
  const { occurredOn = context.today, handover } = command;
  const found = activeManager(state, occurredOn);
  if ('refusal' in found) return found.refusal;
  const misplaced = handover.flatMap((entry, index) => misplacedEntry(entry, index, handover, facts));
  if (misplaced.length > 0)
    return rejected('VALIDATION_FAILED', 'handover: name each open partnership of the portfolio once, and no other.', {
      details: misplaced,
    });
  const missing = missingSuccessors(found.manager.managerId, handover, facts);
  if (missing.length > 0)
    return rejected(
      'PORTFOLIO_NOT_HANDED_OVER',
      `${String(missing.length)} open partnerships have no new manager. Name one for each in handover.`,
      { details: missing },
    );
  const inactive = handover.flatMap((entry, index) => inactiveSuccessor(entry, index, facts));
  if (inactive.length > 0)
    return rejected('MANAGER_INACTIVE', 'handover: a successor is not an active partner manager. Name another one.', {
      details: inactive,
    });
  const overloaded = Object.values(facts.successors).flatMap((successor) => overload(successor, handover, facts));
  if (overloaded.length > 0)
    return rejected('CAPACITY_LIMIT', 'handover: a successor would have too many. Name others, or use SetCapacity.', {
      details: overloaded,
    });
  return accepted({ type: 'PartnerManagerDismissed', occurredOn, data: { dismissedOn: occurredOn, handover } });
}

function misplacedEntry(
  { partnershipId }: Handover,
  index: number,
  handover: readonly Handover[],
  { openPartnershipIds }: DismissPartnerManagerFacts,
): readonly RejectionDetail[] {
  const path = `handover.${String(index)}.partnershipId`;
  if (!openPartnershipIds.includes(partnershipId))
    return [{ code: 'NOT_IN_PORTFOLIO', path, message: `${path}: ${partnershipId} is not open in this portfolio.` }];
  const first = handover.findIndex((entry) => entry.partnershipId === partnershipId);
  if (first === index) return [];
  return [{ code: 'HANDED_OVER_TWICE', path, message: `${path}: ${partnershipId} is handed over twice.` }];
}

/** A partnership that stays with the one who goes has no new manager either. */
function missingSuccessors(
  managerId: string,
  handover: readonly Handover[],
  { openPartnershipIds }: DismissPartnerManagerFacts,
): readonly RejectionDetail[] {
  return openPartnershipIds
    .filter((id) => !handover.some((entry) => entry.partnershipId === id && entry.managerId !== managerId))
    .map((id) => ({ code: 'PORTFOLIO_NOT_HANDED_OVER', path: 'handover', message: `${id} has no new manager.` }));
}

function inactiveSuccessor(
  { managerId }: Handover,
  index: number,
  { successors }: DismissPartnerManagerFacts,
): readonly RejectionDetail[] {
  if (Object.hasOwn(successors, managerId) && successors[managerId]?.active === true) return [];
  const path = `handover.${String(index)}.managerId`;
  return [{ code: 'MANAGER_INACTIVE', path, message: `${path}: ${managerId} is not an active partner manager.` }];
}

function overload(
  { managerId, capacity }: ManagerFacts,
  handover: readonly Handover[],
  { loads }: DismissPartnerManagerFacts,
): readonly RejectionDetail[] {
  const load = (loads[managerId] ?? 0) + handover.filter((entry) => entry.managerId === managerId).length;
  if (!isBeyondLimit(load, capacity)) return [];
  const message = `${managerId} would have ${String(load)} partnerships with a capacity of ${String(capacity)}.`;
  return [{ code: 'CAPACITY_LIMIT', path: 'handover', message }];
}

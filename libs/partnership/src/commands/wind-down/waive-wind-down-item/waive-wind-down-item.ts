import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { refuseWithoutFourEyes } from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import { pendingWindDownItem } from '../../../domain/pending-wind-down-item.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { WindDownItem } from '../../../domain/state/wind-down.js';

/** Let go of a thing that remained to be done (domain.md 2.8). */
export interface WaiveWindDownItem {
  readonly occurredOn?: CalendarDate;
  readonly itemId: string;
  readonly reason: string;
  /** The user who asks; the actor approves (four eyes). */
  readonly requestedBy: string;
}

/** Decides a waiver: never for the return of data or the revocation of access, whoever approves. */
export function waiveWindDownItem(
  command: WaiveWindDownItem,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { itemId, reason, requestedBy, occurredOn = context.today } = command;
  const stateRefusal = refuseInState(state, 'WaiveWindDownItem') ?? refuseBeforeOpening(state, occurredOn);
  if (stateRefusal !== undefined) return stateRefusal;
  const { item, refusal } = pendingWindDownItem(state, itemId);
  if (refusal !== undefined) return refusal;
  const waiverRefusal = refuseMandatory(item) ?? refuseWithoutFourEyes(context, requestedBy);
  if (waiverRefusal !== undefined) return waiverRefusal;
  return accepted<PartnershipEvent>({
    type: 'WindDownItemWaived',
    occurredOn,
    data: { itemId, reason, approverId: context.actor.userId },
  });
}

function refuseMandatory({ itemId, kind }: WindDownItem): Rejected<'ITEM_MANDATORY'> | undefined {
  if (kind !== 'DATA_RETURN' && kind !== 'ACCESS_REVOKED') return undefined;
  const message = `Item ${itemId} of kind ${kind} cannot be waived: complete it.`;
  return rejected('ITEM_MANDATORY', message, { details: [{ code: kind, message, path: 'itemId' }] });
}

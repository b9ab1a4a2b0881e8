import type { CalendarDate } from '#calendar';
import {
  accepted,
  refuseFutureDate,
  type Decision,
  type DecisionContext,
  type Rejected,
  rejected,
} from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { refuseForeignSide } from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import { pendingWindDownItem } from '../../../domain/pending-wind-down-item.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { WindDownItem } from '../../../domain/state/wind-down.js';
import type { FileRef } from '../../../domain/vocabulary.js';

/** Say that a thing that remained to be done is done (domain.md 2.8). */
export interface CompleteWindDownItem {
  readonly itemId: string;
  /** Today unless given. */
  readonly doneOn?: CalendarDate;
  readonly note?: string;
  readonly fileRef?: FileRef;
  /** For a customer handover: the days on which the sides agreed to it. */
  readonly consentOwn?: CalendarDate;
  readonly consentPartner?: CalendarDate;
}

/**
 * Decides the completion of a wind-down item; a representative completes the items of the partner's side. After the
 * conclusion only the return of data can still be completed (I-17).
 */
export function completeWindDownItem(
  command: CompleteWindDownItem,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.doneOn ?? context.today;
  const stateRefusal = refuseInState(state, 'CompleteWindDownItem') ?? refuseBeforeOpening(state, occurredOn);
  if (stateRefusal !== undefined) return stateRefusal;
  const { item, refusal } = pendingWindDownItem(state, command.itemId);
  if (refusal !== undefined) return refusal;
  const itemRefusal =
    refuseAfterConclusion(state, item) ??
    refuseForeignSide(context.actor, item.ownerSide) ??
    refuseHandoverConsent(command, item) ??
    refuseFutureDate(command.consentOwn, context.today, 'consentOwn') ??
    refuseFutureDate(command.consentPartner, context.today, 'consentPartner');
  if (itemRefusal !== undefined) return itemRefusal;
  return accepted<PartnershipEvent>({
    type: 'WindDownItemCompleted',
    occurredOn,
    data: completion(command, occurredOn),
  });
}

function refuseAfterConclusion(state: PartnershipState, item: WindDownItem): Rejected<'INVALID_STATE'> | undefined {
  if (state.lifecycle.status !== 'TERMINATED' || item.kind === 'DATA_RETURN') return undefined;
  const message = `The partnership is TERMINATED: only an item of kind DATA_RETURN can still be completed, not ${item.kind}.`;
  return rejected('INVALID_STATE', message, { details: [{ code: 'TERMINATED', message: 'the present state' }] });
}

function refuseHandoverConsent(
  { consentOwn, consentPartner }: CompleteWindDownItem,
  item: WindDownItem,
): Rejected<'VALIDATION_FAILED'> | undefined {
  if (item.kind === 'CUSTOMER_HANDOVER' || (consentOwn === undefined && consentPartner === undefined)) return undefined;
  const path = consentOwn === undefined ? 'consentPartner' : 'consentOwn';
  const message = `${path} belongs to an item of kind CUSTOMER_HANDOVER, not ${item.kind}: leave it out.`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code: 'NOT_A_HANDOVER', message, path }] });
}

function completion({ itemId, note, fileRef, consentOwn, consentPartner }: CompleteWindDownItem, doneOn: CalendarDate) {
  return {
    itemId,
    doneOn,
    ...(note === undefined ? {} : { note }),
    ...(fileRef === undefined ? {} : { fileRef }),
    ...(consentOwn === undefined ? {} : { consentOwn }),
    ...(consentPartner === undefined ? {} : { consentPartner }),
  };
}

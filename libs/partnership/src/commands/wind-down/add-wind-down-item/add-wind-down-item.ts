import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { refuseForeignSide } from '../../../domain/declaration.js';
import { isMandatoryByDefault } from '../../../domain/default-wind-down-items.js';
import type { WindDownItemKind } from '../../../domain/end-vocabulary.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Put one more thing on the list of what remains to be done before the conclusion (domain.md 2.8). */
export interface AddWindDownItem {
  readonly occurredOn?: CalendarDate;
  readonly kind: WindDownItemKind;
  readonly ownerSide: Side;
  readonly dueOn: CalendarDate;
  /** Whether the conclusion has to wait for it; unless given, as for the default items of its kind. */
  readonly mandatory?: boolean;
  readonly note?: string;
}

/** Decides an additional wind-down item. */
export function addWindDownItem(
  command: AddWindDownItem,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { kind, ownerSide, dueOn, note, occurredOn = context.today } = command;
  const refusal =
    refuseInState(state, 'AddWindDownItem') ??
    refuseForeignSide(context.actor, ownerSide) ??
    refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  return accepted<PartnershipEvent>({
    type: 'WindDownItemAdded',
    occurredOn,
    data: {
      itemId: context.newId('wdi'),
      kind,
      ownerSide,
      dueOn,
      mandatory: command.mandatory ?? isMandatoryByDefault(kind),
      ...(note === undefined ? {} : { note }),
    },
  });
}

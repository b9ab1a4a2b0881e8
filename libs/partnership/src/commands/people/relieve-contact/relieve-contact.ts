import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { acceptedWithWarnings, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { refuseForeignSide } from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { notAfterToday } from '../../../domain/occurred-on.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { contactIntervalOn } from '../../../domain/state/people.js';
import type { ContactReliefReason } from '../../../domain/vocabulary.js';

/** Ends the duty of a side's responsible contact without a successor (domain.md 2.7). */
export interface RelieveContact {
  readonly side: Side;
  /** First day without the duty, by default today; may be planned. */
  readonly endsOn?: CalendarDate;
  readonly reason: ContactReliefReason;
  /** Relieve only if it is this person: for reactions, which may come after a successor was named. */
  readonly personId?: string;
  readonly occurredOn?: CalendarDate;
}

/**
 * Losing a contact is never refused (I-05); it warns `VACANCY_OPENED`. `NO_CONTACT_ON_SIDE` when nobody, or somebody else
 * than named, is responsible on that day.
 */
export function relieveContact(
  command: RelieveContact,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { side, reason } = command;
  const endsOn = command.endsOn ?? command.occurredOn ?? context.today;
  const occurredOn = command.occurredOn ?? notAfterToday(endsOn, context.today);
  const refusal =
    refuseInState(state, 'RelieveContact') ??
    refuseForeignSide(context.actor, side) ??
    refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const duty = contactIntervalOn(state.people, side, endsOn);
  if (duty === undefined || (command.personId ?? duty.personId) !== duty.personId) return noContact(command, endsOn);
  const { personId, validFrom } = duty;
  return acceptedWithWarnings(
    [{ type: 'ContactRelieved', occurredOn, data: { side, personId, validFrom, endsOn, reason, vacancyOpened: true } }],
    [
      {
        code: 'VACANCY_OPENED',
        message: `Side ${side} has no responsible contact from ${endsOn} on: use AssignContact.`,
      },
    ],
  );
}

function noContact({ side, personId }: RelieveContact, endsOn: CalendarDate): Rejected<'NO_CONTACT_ON_SIDE'> {
  const who = personId === undefined ? 'Nobody is' : `${personId} is not`;
  const message = `${who} responsible for side ${side} on ${endsOn}: give a day on which the contact has the duty.`;
  return rejected('NO_CONTACT_ON_SIDE', message, {
    details: [{ code: 'NO_CONTACT_ON_SIDE', message, path: 'endsOn' }],
  });
}

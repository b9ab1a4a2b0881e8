import type { CalendarDate } from '#calendar';
import type { PersonFacts, Side } from '#directory/domain';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import { isRepresentative, otherSide, refuseForeignSide } from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { notAfterToday } from '../../../domain/occurred-on.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { assignedInterval, contactIntervalOn, type ContactInterval, isValidOn } from '../../../domain/state/people.js';

/** Makes a person the one responsible contact of a side (domain.md 2.7, S9). */
export interface AssignContact {
  readonly side: Side;
  readonly personId: string;
  /** First day of the duty; may be planned. */
  readonly validFrom: CalendarDate;
  readonly acceptedByPersonOn?: CalendarDate;
  readonly occurredOn?: CalendarDate;
}

/** What naming a contact needs of the directory: `undefined` when the person is not registered. */
export interface ContactFacts {
  readonly person: PersonFacts | undefined;
}

/**
 * Assigns the contact from a day on and ends the predecessor's duty on that same day, so that there is neither gap nor
 * overlap (I-04): first `ContactRelieved` of the predecessor, then `ContactAssigned`.
 * Sent again for the same person and day with `acceptedByPersonOn`, it records that the person accepted the duty.
 * A partner representative confirms the contact of the own company, so the day on which that person accepted is needed.
 * Refuses `SIDE_MISMATCH`, `PERSON_LEFT`, `PERSON_ERASED`, `SAME_PERSON_BOTH_SIDES`, `CONTACT_OVERLAP`.
 */
export function assignContact(
  command: AssignContact,
  state: PartnershipState,
  context: DecisionContext,
  facts: ContactFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { side, validFrom } = command;
  const occurredOn = command.occurredOn ?? notAfterToday(validFrom, context.today);
  const refusal =
    refuseInState(state, 'AssignContact') ??
    refuseForeignSide(context.actor, side) ??
    refuseAcceptance(command, context) ??
    refuseBeforeOpening(state, occurredOn) ??
    refusePerson(command, state, facts.person, context.today);
  if (refusal !== undefined) return refusal;
  const assignment = assigned(command, occurredOn);
  if (isConfirmation(command, state)) return accepted(assignment);
  const overlap = refuseOverlap(command, state.people.contacts[side]);
  if (overlap !== undefined) return overlap;
  const predecessor = contactIntervalOn(state.people, side, validFrom);
  return predecessor === undefined
    ? accepted(assignment)
    : accepted(relieved(predecessor, command, occurredOn), assignment);
}

function assigned(
  { side, personId, validFrom, acceptedByPersonOn }: AssignContact,
  occurredOn: CalendarDate,
): PartnershipEvent {
  const acceptance = acceptedByPersonOn === undefined ? {} : { acceptedOn: acceptedByPersonOn };
  return { type: 'ContactAssigned', occurredOn, data: { side, personId, validFrom, ...acceptance } };
}

/** The duty is there and the person accepts it only now. */
function isConfirmation(
  { side, personId, validFrom, acceptedByPersonOn }: AssignContact,
  { people }: PartnershipState,
): boolean {
  const known = assignedInterval(people, side, personId, validFrom);
  return known !== undefined && known.acceptedOn === undefined && acceptedByPersonOn !== undefined;
}

function relieved(
  { personId, validFrom }: ContactInterval,
  { side, validFrom: endsOn }: AssignContact,
  occurredOn: CalendarDate,
): PartnershipEvent {
  const data = { side, personId, validFrom, endsOn, reason: 'REASSIGNED', vacancyOpened: false } as const;
  return { type: 'ContactRelieved', occurredOn, data };
}

function refuseAcceptance(
  { acceptedByPersonOn }: AssignContact,
  { actor, today }: DecisionContext,
): Rejected<'VALIDATION_FAILED'> | undefined {
  if (acceptedByPersonOn === undefined && !isRepresentative(actor)) return undefined;
  if (acceptedByPersonOn !== undefined && acceptedByPersonOn <= today) return undefined;
  const message = `acceptedByPersonOn: give the day on which the person accepted the duty, up to today, ${today}.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'ACCEPTANCE_MISSING', message, path: 'acceptedByPersonOn' }],
  });
}

function refusePerson(
  { side, personId, validFrom }: AssignContact,
  state: PartnershipState,
  person: PersonFacts | undefined,
  today: CalendarDate,
): Rejected<'NOT_FOUND' | 'SAME_PERSON_BOTH_SIDES' | 'SIDE_MISMATCH' | 'PERSON_ERASED' | 'PERSON_LEFT'> | undefined {
  if (person === undefined)
    return rejected('NOT_FOUND', `There is no contact person ${personId}: use RegisterContactPerson first.`);
  if (
    state.people.contacts[otherSide(side)].some(
      (interval) => interval.personId === personId && lastsBeyond(interval, validFrom),
    )
  )
    return rejected('SAME_PERSON_BOTH_SIDES', `${personId} acts for the other side: name another person for ${side}.`);
  if (person.side !== side || (side === 'PARTNER' && person.companyId !== state.lifecycle.companyId))
    return rejected('SIDE_MISMATCH', `${personId} does not belong to the company of side ${side}: name one who does.`);
  if (person.erased) return rejected('PERSON_ERASED', `The data of ${personId} was erased: name another person.`);
  const latest = validFrom > today ? validFrom : today;
  if (person.leftOn !== undefined && person.leftOn <= latest)
    return rejected('PERSON_LEFT', `${personId} left on ${person.leftOn}: name a person who is there.`);
  return undefined;
}

/** A new duty is open-ended, so it may only begin after every other one of the side has begun and, if its end is set, ended. */
function refuseOverlap(
  { side, personId, validFrom }: AssignContact,
  intervals: readonly ContactInterval[],
): Rejected<'CONTACT_OVERLAP'> | undefined {
  const clash = intervals.find(
    (interval) =>
      (interval.validFrom >= validFrom && lastsBeyond(interval, interval.validFrom)) ||
      (isValidOn(interval, validFrom) && (interval.validUntil !== undefined || interval.personId === personId)),
  );
  if (clash === undefined) return undefined;
  const end = clash.validUntil === undefined ? 'without an end' : `until ${clash.validUntil}`;
  const message = `${clash.personId} is responsible for ${side} from ${clash.validFrom} ${end}: give a later validFrom, or another person.`;
  return rejected('CONTACT_OVERLAP', message, { details: [{ code: 'CONTACT_OVERLAP', message, path: 'validFrom' }] });
}

function lastsBeyond({ validUntil }: ContactInterval, date: CalendarDate): boolean {
  return validUntil === undefined || validUntil > date;
}

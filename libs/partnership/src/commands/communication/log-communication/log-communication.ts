import { type CalendarDate, calendarDateIn, type Instant } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import type {
  CommunicationChannel,
  CommunicationDirection,
  CommunicationScope,
} from '../../../domain/events/communication.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import { type KnownPersons, refuseUnknownPersons } from '../../../domain/person-of-side.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { FileRef } from '../../../domain/vocabulary.js';
import type { SealedText } from '#directory/domain';

/**
 * Logs an exchange (domain.md 2.7). Its day is `on`, else the day of `at` in the policy time zone, else `occurredOn`, else
 * today.
 */
export interface LogCommunication {
  readonly occurredOn?: CalendarDate;
  readonly on?: CalendarDate;
  /** The instant, where it is known: UTC with milliseconds. */
  readonly at?: Instant;
  readonly channel: CommunicationChannel;
  readonly direction: CommunicationDirection;
  readonly scope: CommunicationScope;
  /** A real exchange; newsletters and automatic mails are not. */
  readonly substantive: boolean;
  readonly topic: string;
  readonly participants: readonly string[];
  readonly summary: SealedText;
  readonly durationMinutes?: number;
  readonly fileRef?: FileRef;
}

/**
 * Logs an exchange between the companies or inside the own one. `INBOUND` and `OUTBOUND` cross the border between the
 * companies, and so does a person of the partner side: neither goes with `INTERNAL_OWN` (`SCOPE_DIRECTION_CONFLICT`).
 * `TEXT_CONTAINS_CONTACT_DATA` is found before the text is sealed, not here.
 */
export function logCommunication(
  command: LogCommunication,
  state: PartnershipState,
  context: DecisionContext,
  facts: { readonly persons: KnownPersons },
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const on = dayOf(command, context.today);
  const refusal =
    refuseInState(state, 'LogCommunication') ??
    refuseBeforeOpening(state, on) ??
    refuseInstant(command, on, context.now) ??
    refuseUnknownPersons(facts.persons, command.participants.map(participantAt)) ??
    refuseScope(command, facts.persons);
  if (refusal !== undefined) return refusal;
  const { at, durationMinutes, fileRef } = command;
  return accepted({
    type: 'CommunicationLogged',
    occurredOn: on,
    data: {
      communicationId: context.newId('com'),
      on,
      ...(at === undefined ? {} : { at }),
      channel: command.channel,
      direction: command.direction,
      scope: command.scope,
      substantive: command.substantive,
      topic: command.topic,
      participants: [...command.participants],
      summary: command.summary,
      ...(durationMinutes === undefined ? {} : { durationMinutes }),
      ...(fileRef === undefined ? {} : { fileRef }),
    },
  });
}

function dayOf({ on, at, occurredOn }: LogCommunication, today: CalendarDate): CalendarDate {
  return on ?? (at === undefined ? undefined : calendarDateIn(at)) ?? occurredOn ?? today;
}

function refuseInstant(
  { at }: LogCommunication,
  on: CalendarDate,
  now: Instant,
): Rejected<'VALIDATION_FAILED' | 'OCCURRED_IN_FUTURE'> | undefined {
  if (at === undefined) return undefined;
  if (at > now) {
    const message = `at: ${at} lies in the future. Give an instant up to now, ${now}.`;
    return rejected('OCCURRED_IN_FUTURE', message, { details: [{ code: 'OCCURRED_IN_FUTURE', path: 'at', message }] });
  }
  const day = calendarDateIn(at);
  if (day === on) return undefined;
  const message = `at: ${at} lies on ${day}, not on ${on}. Leave one of on and at out, or make them agree.`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code: 'DATES_DIFFER', path: 'at', message }] });
}

function refuseScope(
  { scope, direction, participants }: LogCommunication,
  persons: KnownPersons,
): Rejected<'SCOPE_DIRECTION_CONFLICT'> | undefined {
  if (scope !== 'INTERNAL_OWN') return undefined;
  const wrongDirection =
    direction === 'TWO_WAY'
      ? []
      : [
          {
            path: 'direction',
            message: `direction: ${direction} crosses to the partner; inside the company use TWO_WAY.`,
          },
        ];
  const outsiders = participants
    .map(participantAt)
    .filter(({ personId }) => persons[personId]?.side === 'PARTNER')
    .map(({ personId, path }) => ({ path, message: `${path}: ${personId} is of the partner side.` }));
  const details = [...wrongDirection, ...outsiders].map((conflict) => ({
    code: 'SCOPE_DIRECTION_CONFLICT',
    ...conflict,
  }));
  if (details.length === 0) return undefined;
  return rejected(
    'SCOPE_DIRECTION_CONFLICT',
    'An exchange inside the own company is TWO_WAY and among own people. Use BETWEEN_PARTNERS for any other.',
    { details },
  );
}

function participantAt(personId: string, index: number): { readonly personId: string; readonly path: string } {
  return { personId, path: `participants.${String(index)}` };
}

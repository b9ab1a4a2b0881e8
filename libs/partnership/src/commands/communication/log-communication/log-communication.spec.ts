import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { communicationLogged } from '../../../domain/event-samples/communication.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipImported } from '../../../domain/event-samples/lifecycle.js';
import { persons } from '../../../domain/event-samples/person-facts.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type LogCommunication, logCommunication } from './log-communication.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const facts = { persons };
const call: LogCommunication = {
  channel: 'CALL',
  direction: 'TWO_WAY',
  scope: 'BETWEEN_PARTNERS',
  substantive: true,
  topic: 'Pipeline for the second quarter',
  participants: ['prs_own', 'prs_partner'],
  summary: communicationLogged.data.summary,
};
const { at: _at, durationMinutes: _minutes, ...dataOfCall } = communicationLogged.data;

describe('Logging a communication', () => {
  it('keeps day, instant and length of the exchange', () => {
    given(...active)
      .when((state) =>
        logCommunication({ ...call, at: '2026-03-10T09:30:00.000Z', durationMinutes: 25 }, state, testContext(), facts),
      )
      .then(communicationLogged);
  });

  it.each([
    ['the day stated', { on: '2026-03-12', occurredOn: '2026-03-13' }, '2026-03-12'],
    ['the usual date of a command', { occurredOn: '2026-03-13' }, '2026-03-13'],
    ['today', {}, '2026-03-31'],
  ])('happened on %s', (_case, dates, on) => {
    given(...active)
      .when((state) => logCommunication({ ...call, ...dates }, state, testContext(), facts))
      .then({ type: 'CommunicationLogged', occurredOn: on, data: { ...dataOfCall, on } });
  });

  it('takes the day of an instant from the policy time zone, not from UTC', () => {
    const at = '2026-03-29T22:30:00.000Z';
    given(...active)
      .when((state) => logCommunication({ ...call, at }, state, testContext(), facts))
      .then({ type: 'CommunicationLogged', occurredOn: '2026-03-30', data: { ...dataOfCall, on: '2026-03-30', at } });
  });

  it('keeps the letter itself', () => {
    const fileRef = { documentId: 'doc_1', sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 1024 };
    given(...active)
      .when((state) => logCommunication({ ...call, channel: 'LETTER', fileRef }, state, testContext(), facts))
      .then({
        type: 'CommunicationLogged',
        occurredOn: '2026-03-31',
        data: { ...dataOfCall, on: '2026-03-31', channel: 'LETTER', fileRef },
      });
  });

  it('is possible while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => logCommunication(call, state, testContext(), facts))
      .then({ type: 'CommunicationLogged', occurredOn: '2026-03-31', data: { ...dataOfCall, on: '2026-03-31' } });
  });

  it('may be inside the own company', () => {
    const briefing = { ...call, scope: 'INTERNAL_OWN', participants: ['prs_own'] } as const;
    given(...active)
      .when((state) => logCommunication(briefing, state, testContext(), facts))
      .then({
        type: 'CommunicationLogged',
        occurredOn: '2026-03-31',
        data: { ...dataOfCall, on: '2026-03-31', scope: 'INTERNAL_OWN', participants: ['prs_own'] },
      });
  });

  it.each([
    ['comes from the partner', 'INBOUND', ['prs_own'], 1],
    ['goes to the partner', 'OUTBOUND', ['prs_own'], 1],
    ['has somebody of the partner side in it', 'TWO_WAY', ['prs_own', 'prs_partner'], 1],
    ['goes out to somebody of the partner side', 'OUTBOUND', ['prs_partner'], 2],
  ] as const)('is refused as internal when it %s', (_case, direction, participants, conflicts) => {
    const command = { ...call, scope: 'INTERNAL_OWN', direction, participants } as const;
    given(...active)
      .when((state) => logCommunication(command, state, testContext(), facts))
      .thenRejected('SCOPE_DIRECTION_CONFLICT', Array<string>(conflicts).fill('SCOPE_DIRECTION_CONFLICT'));
  });

  it('is refused with people who are not registered', () => {
    given(...active)
      .when((state) =>
        logCommunication({ ...call, participants: ['prs_own', 'prs_nobody'] }, state, testContext(), facts),
      )
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });

  it('is refused when instant and day do not agree', () => {
    given(...active)
      .when((state) =>
        logCommunication({ ...call, on: '2026-03-11', at: '2026-03-10T09:30:00.000Z' }, state, testContext(), facts),
      )
      .thenRejected('VALIDATION_FAILED', ['DATES_DIFFER']);
  });

  it('is refused when it is still to come today', () => {
    given(...active)
      .when((state) => logCommunication({ ...call, at: '2026-03-31T09:00:00.001Z' }, state, testContext(), facts))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('is refused before the partnership began, unless it is imported', () => {
    const early = { ...call, on: '2025-12-01' };
    given(...active)
      .when((state) => logCommunication(early, state, testContext(), facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
    given(partnershipImported)
      .when((state) => logCommunication(early, state, testContext(), facts))
      .then({ type: 'CommunicationLogged', occurredOn: '2025-12-01', data: { ...dataOfCall, on: '2025-12-01' } });
  });

  it('is refused once the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => logCommunication(call, state, testContext(), facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => logCommunication(call, state, testContext(), facts))
      .thenRejected('NOT_FOUND');
  });
});

import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned } from '../../../domain/event-samples/lifecycle.js';
import { contactRelieved } from '../../../domain/event-samples/people.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type RelieveContact, relieveContact } from './relieve-contact.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const command: RelieveContact = { side: 'PARTNER', endsOn: '2026-03-12', reason: 'LEFT' };

describe('Relieving the responsible contact of a side', () => {
  it('ends the duty and opens a vacancy', () => {
    given(...active)
      .when((state) => relieveContact(command, state, context))
      .then(contactRelieved);
  });

  it('warns of the vacancy instead of refusing', () => {
    given(...active)
      .when((state) => relieveContact(command, state, context))
      .thenWarned('VACANCY_OPENED');
  });

  it('takes effect today unless another day is given', () => {
    given(...active)
      .when((state) => relieveContact({ side: 'PARTNER', reason: 'LEFT' }, state, context))
      .then({ ...contactRelieved, occurredOn: '2026-03-31', data: { ...contactRelieved.data, endsOn: '2026-03-31' } });
  });

  it('plans an end that lies ahead today', () => {
    given(...active)
      .when((state) => relieveContact({ ...command, endsOn: '2026-04-30' }, state, context))
      .then({ ...contactRelieved, occurredOn: '2026-03-31', data: { ...contactRelieved.data, endsOn: '2026-04-30' } });
  });

  it('shortens a duty whose end was set before', () => {
    given(...active, { ...contactRelieved, data: { ...contactRelieved.data, endsOn: '2026-04-30' } })
      .when((state) => relieveContact(command, state, context))
      .then(contactRelieved);
  });

  it('is refused a second time', () => {
    given(...active, contactRelieved)
      .when((state) => relieveContact(command, state, context))
      .thenRejected('NO_CONTACT_ON_SIDE');
  });

  it('is refused on a day before the contact began', () => {
    given(...active)
      .when((state) => relieveContact({ ...command, endsOn: '2026-01-13' }, state, context))
      .thenRejected('NO_CONTACT_ON_SIDE');
  });

  it('spares the successor when it names the person who left', () => {
    given(...active)
      .when((state) => relieveContact({ ...command, personId: 'prs_predecessor' }, state, context))
      .thenRejected('NO_CONTACT_ON_SIDE');
  });

  it('is refused to a partner representative for the own side', () => {
    const representative = testContext({ actor: testActor({ roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }) });
    given(...active)
      .when((state) => relieveContact({ ...command, side: 'OWN' }, state, representative))
      .thenRejected('FORBIDDEN');
  });

  it('is refused on a day before the partnership was proposed', () => {
    given(...active)
      .when((state) => relieveContact({ ...command, endsOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => relieveContact(command, state, context))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });
});

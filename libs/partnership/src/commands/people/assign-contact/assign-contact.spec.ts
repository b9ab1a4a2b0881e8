import type { PersonFacts } from '#directory';
import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import { ownPerson, partnerPerson } from '../../../domain/event-samples/facts.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipAbandoned, partnershipImported } from '../../../domain/event-samples/lifecycle.js';
import { contactRelieved, ownContactAssigned, partnerContactAssigned } from '../../../domain/event-samples/people.js';
import type { PartnershipEventNamed } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type AssignContact, assignContact } from './assign-contact.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const successor: PersonFacts = { ...partnerPerson, personId: 'prs_next' };
const succession: AssignContact = { side: 'PARTNER', personId: 'prs_next', validFrom: '2026-03-12' };
const succeeded: PartnershipEventNamed<'ContactAssigned'> = {
  type: 'ContactAssigned',
  occurredOn: '2026-03-12',
  data: { side: 'PARTNER', personId: 'prs_next', validFrom: '2026-03-12' },
};

describe('Assigning the responsible contact of a side', () => {
  it('names the first contact of the own side', () => {
    given(...prospective)
      .when((state) =>
        assignContact({ side: 'OWN', personId: 'prs_own', validFrom: '2026-01-12' }, state, context, {
          person: ownPerson,
        }),
      )
      .then(ownContactAssigned);
  });

  it('keeps the day on which the person accepted', () => {
    const command: AssignContact = {
      side: 'PARTNER',
      personId: 'prs_partner',
      validFrom: '2026-01-14',
      acceptedByPersonOn: '2026-01-15',
    };
    given(...prospective)
      .when((state) => assignContact(command, state, context, { person: partnerPerson }))
      .then(partnerContactAssigned);
  });

  it('ends the duty of the predecessor on the same day: no gap, no overlap', () => {
    given(...active)
      .when((state) => assignContact(succession, state, context, { person: successor }))
      .then(
        { ...contactRelieved, data: { ...contactRelieved.data, reason: 'REASSIGNED', vacancyOpened: false } },
        succeeded,
      );
  });

  it('fills a vacancy', () => {
    given(...active, contactRelieved)
      .when((state) => assignContact(succession, state, context, { person: successor }))
      .then(succeeded);
  });

  it('plans a succession today', () => {
    given(...active, contactRelieved)
      .when((state) => assignContact({ ...succession, validFrom: '2026-04-20' }, state, context, { person: successor }))
      .then({ ...succeeded, occurredOn: '2026-03-31', data: { ...succeeded.data, validFrom: '2026-04-20' } });
  });

  it('replaces a contact who was relieved on the very first day', () => {
    const atOnce = { ...contactRelieved, data: { ...contactRelieved.data, endsOn: '2026-01-14' } };
    given(...active, atOnce)
      .when((state) => assignContact({ ...succession, validFrom: '2026-01-14' }, state, context, { person: successor }))
      .then({ ...succeeded, occurredOn: '2026-01-14', data: { ...succeeded.data, validFrom: '2026-01-14' } });
  });

  it('takes any date for an imported partnership', () => {
    given(partnershipImported)
      .when((state) => assignContact({ ...succession, validFrom: '2019-05-06' }, state, context, { person: successor }))
      .then({ ...succeeded, occurredOn: '2019-05-06', data: { ...succeeded.data, validFrom: '2019-05-06' } });
  });

  it.each([
    ['who already has the duty', succession.validFrom, partnerPerson],
    ['from the day on which the present one began', '2026-01-14', successor],
    ['from a day before the present one began', '2026-01-12', successor],
  ])('is refused as an overlap for a person %s', (_, validFrom, person) => {
    given(...active)
      .when((state) =>
        assignContact({ side: 'PARTNER', personId: person.personId, validFrom }, state, context, { person }),
      )
      .thenRejected('CONTACT_OVERLAP');
  });

  it('again records that the person accepted, once, and opens no second duty', () => {
    const { acceptedOn: acceptedByPersonOn = '2026-01-15', ...duty } = partnerContactAssigned.data;
    const unconfirmed = { ...partnerContactAssigned, data: duty };
    const representative = { ...context, actor: testActor({ roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }) };
    const confirm = (state: typeof initialPartnership) =>
      assignContact({ ...duty, acceptedByPersonOn }, state, representative, { person: partnerPerson });
    given(...prospective, unconfirmed)
      .when(confirm)
      .then(partnerContactAssigned);
    given(...prospective, unconfirmed, partnerContactAssigned)
      .when(confirm)
      .thenRejected('CONTACT_OVERLAP');
    const { contacts } = [...prospective, unconfirmed, partnerContactAssigned].reduce(
      evolvePartnership,
      initialPartnership,
    ).people;
    expect(contacts.PARTNER).toEqual([
      { personId: 'prs_partner', validFrom: '2026-01-14', acceptedOn: acceptedByPersonOn },
    ]);
  });

  it('is refused as an overlap within a time that has its own contact', () => {
    given(...active, contactRelieved)
      .when((state) => assignContact({ ...succession, validFrom: '2026-03-11' }, state, context, { person: successor }))
      .thenRejected('CONTACT_OVERLAP');
  });

  it('is refused for the contact of the other side', () => {
    given(...active)
      .when((state) =>
        assignContact({ side: 'PARTNER', personId: 'prs_own', validFrom: '2026-03-12' }, state, context, {
          person: ownPerson,
        }),
      )
      .thenRejected('SAME_PERSON_BOTH_SIDES');
  });

  it.each([
    ['of the own side', { ...ownPerson, personId: 'prs_next' }],
    ['of another company', { ...successor, companyId: 'cmp_2' }],
  ])('is refused for a person %s', (_, person) => {
    given(...active)
      .when((state) => assignContact(succession, state, context, { person }))
      .thenRejected('SIDE_MISMATCH');
  });

  it.each([
    ['on the day the duty would begin', '2026-03-12'],
    ['since then', '2026-03-30'],
  ])('is refused for a person who left %s', (_, leftOn) => {
    given(...active)
      .when((state) => assignContact(succession, state, context, { person: { ...successor, leftOn } }))
      .thenRejected('PERSON_LEFT');
  });

  it('is refused for a person whose data was erased', () => {
    given(...active)
      .when((state) => assignContact(succession, state, context, { person: { ...successor, erased: true } }))
      .thenRejected('PERSON_ERASED');
  });

  it('is refused for a person nobody registered', () => {
    given(...active)
      .when((state) => assignContact(succession, state, context, { person: undefined }))
      .thenRejected('NOT_FOUND');
  });

  it('lets a partner representative confirm who is responsible for the own company', () => {
    const representative = testContext({ actor: testActor({ roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }) });
    given(...active, contactRelieved)
      .when((state) =>
        assignContact({ ...succession, acceptedByPersonOn: '2026-03-11' }, state, representative, {
          person: successor,
        }),
      )
      .then({ ...succeeded, data: { ...succeeded.data, acceptedOn: '2026-03-11' } });
  });

  it.each([
    ['without the day on which the person accepted', {}],
    ['with an acceptance that lies ahead', { acceptedByPersonOn: '2026-04-01' }],
  ])('is refused to a partner representative %s', (_, acceptance) => {
    const representative = testContext({ actor: testActor({ roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }) });
    given(...active, contactRelieved)
      .when((state) => assignContact({ ...succession, ...acceptance }, state, representative, { person: successor }))
      .thenRejected('VALIDATION_FAILED', ['ACCEPTANCE_MISSING']);
  });

  it('is refused to a partner representative for the own side', () => {
    const representative = testContext({ actor: testActor({ roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }) });
    given(...prospective)
      .when((state) =>
        assignContact({ side: 'OWN', personId: 'prs_own', validFrom: '2026-01-12' }, state, representative, {
          person: ownPerson,
        }),
      )
      .thenRejected('FORBIDDEN');
  });

  it('is refused from a day before the partnership was proposed', () => {
    given(...prospective)
      .when((state) => assignContact({ ...succession, validFrom: '2026-01-04' }, state, context, { person: successor }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the partnership was abandoned', () => {
    given(...prospective, partnershipAbandoned)
      .when((state) => assignContact(succession, state, context, { person: successor }))
      .thenRejected('INVALID_STATE', ['ABANDONED']);
  });
});

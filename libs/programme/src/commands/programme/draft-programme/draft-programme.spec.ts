import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { firstVersion, programmeDrafted } from '../../../domain/event-samples.js';
import { programmeEvents } from '../../../domain/events.js';
import { referenceProgrammes } from '../../../domain/reference-programmes.js';
import { evolveProgramme, initialProgramme, programmeVersionFacts } from '../../../domain/state.js';
import { draftProgramme } from './draft-programme.js';

const { given } = decisionSpecification(initialProgramme, evolveProgramme);
const context = testContext({ today: '2026-01-05' });
const sales = { ...referenceProgrammes.SALES, name: 'Sales' };

describe('drafting a programme', () => {
  it('begins with the draft of version 1', () => {
    given()
      .when((state) => draftProgramme(sales, state, context))
      .then(programmeDrafted);
  });

  it('takes a draft with nothing in it yet, and events can hold it', () => {
    const empty = { ...sales, name: '', tiers: [], requirements: [] };
    const data = { ...firstVersion, name: '', tiers: [], requirements: [] };
    given()
      .when((state) => draftProgramme({ ...empty, occurredOn: '2025-12-01' }, state, context))
      .then({ type: 'ProgrammeDrafted', occurredOn: '2025-12-01', data });
    expect(programmeEvents.ProgrammeDrafted.data.parse(data)).toEqual(data);
  });

  it('is not open to enrolments', () => {
    expect(programmeVersionFacts(evolveProgramme(initialProgramme, programmeDrafted), 1)).toBeUndefined();
    expect(programmeVersionFacts(initialProgramme, 1)).toBeUndefined();
  });

  it('refuses to begin the same programme twice', () => {
    given(programmeDrafted)
      .when((state) => draftProgramme(sales, state, context))
      .thenRefusedIn('DRAFTED');
  });
});

import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  firstVersion,
  programmeDrafted,
  programmeRetired,
  programmeVersionPublished,
  secondDraftBegun,
  secondVersion,
  secondVersionPublished,
} from '../../../domain/event-samples.js';
import { evolveProgramme, initialProgramme, programmeVersionFacts } from '../../../domain/state.js';
import { retireProgramme } from './retire-programme.js';

const { given } = decisionSpecification(initialProgramme, evolveProgramme);
const context = testContext({ today: '2026-03-30' });
const none = { openEnrolments: 0 };
const two = { openEnrolments: 2 };
const first = [programmeDrafted, programmeVersionPublished];
const both = [...first, secondDraftBegun, secondVersionPublished];
const secondRetired = { ...programmeRetired, data: secondVersion };

describe('retiring a programme', () => {
  it('ends new enrolments in every published version', () => {
    given(...both)
      .when((state) => retireProgramme({}, state, context, none))
      .then(programmeRetired, secondRetired);
  });

  it('may concern one version only', () => {
    given(...both)
      .when((state) => retireProgramme({ version: 1 }, state, context, none))
      .then(programmeRetired);
    const state = [...both, programmeRetired].reduce(evolveProgramme, initialProgramme);
    expect(programmeVersionFacts(state, 1)).toEqual({ version: firstVersion, retired: true });
    expect(programmeVersionFacts(state, 2)).toEqual({ version: secondVersion, retired: false });
  });

  it('is refused while partnerships are enrolled', () => {
    given(...first)
      .when((state) => retireProgramme({}, state, context, two))
      .thenRejected('ENROLMENTS_OPEN');
  });

  it('lets enrolled partnerships keep their version if that is said', () => {
    given(...first)
      .when((state) => retireProgramme({ allowExisting: true }, state, context, two))
      .then(programmeRetired);
  });

  it('changes nothing when it is done', () => {
    given(...first, programmeRetired)
      .when((state) => retireProgramme({}, state, context, two))
      .thenNothing();
  });

  it('retires what is left when one version is retired', () => {
    given(...both, programmeRetired)
      .when((state) => retireProgramme({}, state, context, none))
      .then(secondRetired);
  });

  it.each([
    ['nothing was published', [programmeDrafted], {}, 'DRAFTED'],
    ['the version is a draft', [...first, secondDraftBegun], { version: 2 }, 'DRAFTED'],
    ['there is no such version', first, { version: 7 }, 'PUBLISHED'],
  ])('is refused when %s', (_case, history, command, currentState) => {
    given(...history)
      .when((state) => retireProgramme(command, state, context, none))
      .thenRefusedIn(currentState);
  });

  it('is refused for a date before the first draft', () => {
    given(...first)
      .when((state) => retireProgramme({ occurredOn: '2026-01-04' }, state, context, none))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a programme that does not exist', () => {
    given()
      .when((state) => retireProgramme({}, state, context, none))
      .thenRejected('NOT_FOUND');
  });
});

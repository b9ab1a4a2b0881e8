import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  firstVersion,
  programmeDrafted,
  programmeDraftRevised,
  programmeRetired,
  programmeVersionPublished,
  secondDraftBegun,
  secondVersion,
  secondVersionPublished,
} from '../../../domain/event-samples.js';
import { referenceProgrammes } from '../../../domain/reference-programmes.js';
import { evolveProgramme, initialProgramme, programmeVersionFacts } from '../../../domain/state.js';
import { reviseDraft } from './revise-draft.js';

const { given } = decisionSpecification(initialProgramme, evolveProgramme);
const { category: _, ...sales } = referenceProgrammes.SALES;
const published = [programmeDrafted, programmeDraftRevised, programmeVersionPublished];

describe('revising the draft of a programme', () => {
  it('replaces the content of the draft', () => {
    given(programmeDrafted)
      .when((state) => reviseDraft(sales, state, testContext({ today: '2026-01-06' })))
      .then(programmeDraftRevised);
  });

  it('begins the next version once one was published', () => {
    given(...published)
      .when((state) =>
        reviseDraft({ ...sales, effectiveFrom: '2026-04-01' }, state, testContext({ today: '2026-03-02' })),
      )
      .then(secondDraftBegun);
  });

  it('goes on with the draft of the next version', () => {
    const data = { ...secondVersion, name: 'Sales 2026' };
    given(...published, secondDraftBegun)
      .when((state) => reviseDraft({ ...sales, effectiveFrom: '2026-04-01', name: 'Sales 2026' }, state, testContext()))
      .then({ type: 'ProgrammeDraftRevised', occurredOn: '2026-03-31', data });
  });

  it('begins version 3 after version 2, also when version 1 is retired', () => {
    given(...published, secondDraftBegun, secondVersionPublished, programmeRetired)
      .when((state) => reviseDraft(sales, state, testContext()))
      .then({ type: 'ProgrammeDraftRevised', occurredOn: '2026-03-31', data: { ...firstVersion, version: 3 } });
  });

  it('never changes what was published', () => {
    const state = [...published, secondDraftBegun].reduce(evolveProgramme, initialProgramme);
    expect(programmeVersionFacts(state, 1)).toEqual({ version: firstVersion, retired: false });
    expect(programmeVersionFacts(state, 2)).toBeUndefined();
  });

  it('changes nothing when the content is the same, whatever the order of its fields', () => {
    const reordered = Object.fromEntries(Object.entries(sales).toReversed()) as unknown as typeof sales;
    given(programmeDrafted, programmeDraftRevised)
      .when((state) => reviseDraft(reordered, state, testContext()))
      .thenNothing();
  });

  it('is refused for a date before the first draft', () => {
    given(programmeDrafted)
      .when((state) => reviseDraft({ ...sales, occurredOn: '2026-01-04' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a programme that does not exist', () => {
    given()
      .when((state) => reviseDraft(sales, state, testContext()))
      .thenRejected('NOT_FOUND');
  });
});

import { recorded } from '#event-sourcing/testing';
import type { DocumentChange } from '#projections';
import { explainTargets } from './explain-target.js';
import { explainedEvent } from './explained-event.js';

const event = recorded(
  { type: 'PartnershipAbandoned', occurredOn: '2026-03-31', data: { reasonCode: 'NO_FIT', note: 'No budget.' } },
  4,
  'partnership-prt_1',
  { recordedAt: '2026-04-02T08:00:00.000Z' },
);
const change = (before: object | undefined, after: object | undefined): DocumentChange => ({
  key: 'prt_1',
  event,
  before,
  after,
});
const own = { side: 'OWN', personId: 'prs_1' };

describe('an event that changed a document', () => {
  it('is explained with what it changed, who recorded it, when and why', () => {
    expect(explainedEvent(change({ state: 'ONBOARDING', id: 1 }, { state: 'ABANDONED', id: 1 }))).toEqual({
      eventId: event.id,
      type: 'PartnershipAbandoned',
      stream: 'partnership-prt_1',
      revision: '4',
      position: event.position,
      occurredOn: '2026-03-31',
      recordedAt: '2026-04-02T08:00:00.000Z',
      actor: event.metadata.actor,
      source: 'API',
      commandId: event.metadata.commandId,
      reason: 'NO_FIT',
      effect: 'CHANGED',
      changes: [{ path: 'state', before: 'ONBOARDING', after: 'ABANDONED' }],
    });
  });

  it('gives no reason where the event has none', () => {
    expect(explainedEvent({ ...change({}, { a: 1 }), event: { ...event, data: { reason: 1 } } })).not.toHaveProperty(
      'reason',
    );
  });

  it.each([
    ['creates', undefined, { a: 1 }, 'CREATED'],
    ['removes', { a: 1 }, undefined, 'REMOVED'],
    ['creates without a field', undefined, {}, 'CREATED'],
  ])('says that it %s it', (_, before, after, effect) => {
    expect(explainedEvent(change(before, after))).toMatchObject({ effect });
  });

  it('explains nothing when the document came out equal', () => {
    expect(explainedEvent(change({ a: [1] }, { a: [1] }))).toBeUndefined();
  });
});

describe('an event that changed a field', () => {
  const before = { state: 'ONBOARDING', contacts: [own] };
  const after = { state: 'ACTIVE', contacts: [{ ...own, personId: 'prs_2' }] };
  const personChanged = { path: 'contacts.0.personId', before: 'prs_1', after: 'prs_2' };

  it.each([
    ['state', [{ path: 'state', before: 'ONBOARDING', after: 'ACTIVE' }]],
    ['contacts', [personChanged]],
    ['contacts.0', [personChanged]],
    ['contacts.0.personId', [personChanged]],
  ])('is explained by what is in %s', (field, changes) => {
    expect(explainedEvent(change(before, after), field)?.changes).toEqual(changes);
  });

  it.each(['contacts.0.side', 'contacts.1', 'cont', 'state.length', 'none'])('is no explanation of %s', (field) => {
    expect(explainedEvent(change(before, after), field)).toBeUndefined();
  });

  it('is explained when a whole came that holds it', () => {
    expect(explainedEvent(change({}, { contacts: [own] }), 'contacts.0.side')?.changes).toEqual([
      { path: 'contacts.0.side', before: undefined, after: 'OWN' },
    ]);
  });
});

describe('what is to be explained', () => {
  it.each([
    ['prt_1', [{ key: 'prt_1' }]],
    ['prt_1.state', [{ key: 'prt_1.state' }, { key: 'prt_1', field: 'state' }]],
    [
      'a.example.b.0',
      [
        { key: 'a.example.b.0' },
        { key: 'a.example.b', field: '0' },
        { key: 'a.example', field: 'b.0' },
        { key: 'a', field: 'example.b.0' },
      ],
    ],
    ['.a.', [{ key: '.a.' }]],
  ])('%s may be a document or a field of one', (text, targets) => {
    expect(explainTargets(text)).toEqual(targets);
  });
});

import fc from 'fast-check';
import type { Projection, Recorded } from '#event-sourcing';
import type { Stored } from '#document-store';
import { recorded } from '#event-sourcing/testing';
import { foldBatch, planBatch, type UnfoldedEvent } from './fold-batch.js';
import { caseEvent, type CaseEvent, openCases } from './testing/cases.js';

const projection = openCases as unknown as Projection;
const types = new Set(Object.keys(openCases.on));
const ids = fc.constantFrom('a', 'b', 'c');
const events: fc.Arbitrary<CaseEvent> = fc.oneof(
  ids.map((caseId) => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` })),
  fc.tuple(ids, fc.string({ maxLength: 3 })).map(([caseId, note]) => caseEvent('CaseNoted', { caseId, note })),
  fc.tuple(ids, ids).map(([caseId, into]) => caseEvent('CasesMerged', { caseId, into })),
  ids.map((caseId) => caseEvent('CaseArchived', { caseId })),
);
const logs = fc
  .array(events, { maxLength: 40 })
  .map((log) =>
    log.map((event, index): UnfoldedEvent => unfolded(recorded(event, index + 1, `case-${event.data.caseId}`))),
  );

function unfolded(event: Recorded): UnfoldedEvent {
  return { stored: event, recorded: event };
}

/** Applies a batch to stored documents as a document store does: only what is behind. */
function apply(stored: Map<string, Stored<object>>, batch: readonly UnfoldedEvent[], after = ''): void {
  const plan = planBatch(projection, types, batch, after);
  for (const { id, document, position } of foldBatch(projection, plan, stored).changes)
    if ((stored.get(id)?.position ?? '') < position) stored.set(id, { id, document, position });
}

function build(log: readonly UnfoldedEvent[], cuts: readonly number[]): Map<string, Stored<object>> {
  const stored = new Map<string, Stored<object>>();
  const edges = [0, ...cuts.map((cut) => cut % (log.length + 1)).sort((left, right) => left - right), log.length];
  edges.forEach((edge, index) => {
    apply(stored, log.slice(edge, edges[index + 1] ?? log.length));
  });
  return stored;
}

const bytes = (stored: Map<string, Stored<object>>): string =>
  JSON.stringify([...stored.values()].sort((left, right) => (left.id < right.id ? -1 : 1)));

describe('Folding a log in batches', () => {
  it('gives the same documents, byte for byte, however the log is split', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.nat()), (log, cuts) => {
        expect(bytes(build(log, cuts))).toBe(bytes(build(log, [])));
      }),
    );
  });

  it('gives the same documents when each batch begins with events that came before', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 9 }), fc.nat(20), (log, size, overlap) => {
        const stored = new Map<string, Stored<object>>();
        for (let end = size; end < log.length + size; end += size)
          apply(stored, log.slice(Math.max(0, end - size - overlap), end));
        expect(bytes(stored)).toBe(bytes(build(log, [])));
      }),
    );
  });

  it('changes nothing when any part of the log comes again', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (log, repeats) => {
        const stored = build(log, []);
        const before = bytes(stored);
        for (const [start, length] of repeats) apply(stored, log.slice(start, start + length));
        expect(bytes(stored)).toBe(before);
      }),
    );
  });

  it('passes over what the projection has already passed', () => {
    const log = [1, 2, 3].map((at) => unfolded(recorded(caseEvent('CaseNoted', { caseId: 'a', note: '' }), at)));
    const { steps } = planBatch(projection, types, log, log[1]?.stored.position ?? '');
    expect(steps.map(({ event }) => event.revision)).toEqual([3n]);
  });

  it('keeps what came before an event that fails, and says which event and document it was', () => {
    const failing = {
      ...projection,
      on: {
        CaseOpened: projection.on['CaseOpened'],
        CaseNoted: () => {
          throw new Error('no such thing');
        },
      },
    } as Projection;
    const log = [
      caseEvent('CaseOpened', { caseId: 'a', topic: 't' }),
      caseEvent('CaseNoted', { caseId: 'b', note: 'n' }),
      caseEvent('CaseOpened', { caseId: 'c', topic: 't' }),
    ].map((event, index) => unfolded(recorded(event, index)));
    const { changes, failure } = foldBatch(failing, planBatch(failing, types, log, ''), new Map());
    expect(changes.map(({ id }) => id)).toEqual(['a']);
    expect(failure).toEqual({ event: log[1]?.recorded, key: 'b', cause: new Error('no such thing') });
  });

  it('ends at an event that cannot be decoded', () => {
    const good = unfolded(recorded(caseEvent('CaseOpened', { caseId: 'a', topic: 't' }), 1));
    const bad: UnfoldedEvent = {
      stored: { type: 'CaseNoted', position: '2' },
      get recorded(): Recorded {
        throw new Error('unreadable');
      },
    };
    const { steps, failure } = planBatch(projection, types, [good, bad, good], '');
    expect(steps.map(({ slot }) => slot.id)).toEqual(['a']);
    expect(failure).toEqual({ event: bad, cause: new Error('unreadable') });
  });
});

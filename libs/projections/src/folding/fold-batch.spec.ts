import fc from 'fast-check';
import type { Projection, Recorded } from '#event-sourcing';
import type { Stored } from '#document-store';
import { recorded } from '#event-sourcing/testing';
import { foldBatch, planBatch, type Scope, type UnfoldedEvent } from './fold-batch.js';
import { partitionsOf } from './partition.js';
import { caseEvent, type CaseEvent, openCases } from '../testing/cases.js';

const projection = openCases as unknown as Projection;
const nothing = { isNone: true, waitingFrom: () => undefined, isSkipped: () => false };
const scope: Scope = {
  types: new Set(Object.keys(openCases.on)),
  after: '',
  withheld: nothing,
  partition: partitionsOf(1)[0],
  isChecked: true,
};
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
  const plan = planBatch(projection, batch, { ...scope, after });
  for (const { id, document, position } of foldBatch(projection, plan, stored, true).changes)
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
    const { steps } = planBatch(projection, log, { ...scope, after: log[1]?.stored.position ?? '' });
    expect(steps.map(({ event }) => event.revision)).toEqual([3n]);
  });

  it('leaves a document as it was before an event that fails, and folds the others', () => {
    const failing = {
      ...projection,
      on: {
        ...projection.on,
        CaseNoted: () => {
          throw new Error('no such thing');
        },
      },
    } as Projection;
    const log = [
      caseEvent('CaseOpened', { caseId: 'a', topic: 't' }),
      caseEvent('CaseNoted', { caseId: 'a', note: 'n' }),
      caseEvent('CaseOpened', { caseId: 'a', topic: 'again' }),
      caseEvent('CaseOpened', { caseId: 'c', topic: 't' }),
    ].map((event, index) => unfolded(recorded(event, index + 1)));
    const { changes, failures, held } = foldBatch(failing, planBatch(failing, log, scope), new Map(), true);
    expect(changes.map(({ id, document }) => [id, document])).toEqual([
      ['a', { topic: 't', notes: [] }],
      ['c', { topic: 't', notes: [] }],
    ]);
    expect(failures).toEqual([{ key: 'a', of: 'document', event: log[1]?.recorded, error: 'no such thing' }]);
    expect(held).toEqual(new Map([['a', log[2]?.stored.position]]));
  });

  it('holds back what follows in a stream behind an event that cannot be decoded, whatever documents it changes', () => {
    const at = (revision: number, caseId: string, stream: string): UnfoldedEvent =>
      unfolded(recorded(caseEvent('CaseOpened', { caseId, topic: 't' }), revision, stream));
    const unreadable = recorded(caseEvent('CaseNoted', { caseId: 'b', note: 'n' }), 2, 'case-b');
    const bad: UnfoldedEvent = {
      stored: unreadable,
      get recorded(): Recorded {
        throw new Error('unreadable');
      },
    };
    const log = [at(1, 'b', 'case-b'), bad, at(3, 'x', 'case-b'), at(4, 'c', 'case-c')];
    const { steps, failures, held } = planBatch(projection, log, scope);
    expect(steps.map(({ slot }) => slot.id)).toEqual(['b', 'c']);
    expect(failures).toEqual([{ key: 'stream:case-b', of: 'stream', event: unreadable, error: 'unreadable' }]);
    expect(held).toEqual(new Map([['stream:case-b', log[2]?.stored.position]]));
  });

  it('passes over what is skipped for a document, and for no other', () => {
    const log = [unfolded(recorded(caseEvent('CasesMerged', { caseId: 'a', into: 'b' }), 1))];
    const isSkipped = (key: string): boolean => key === 'a';
    const { steps } = planBatch(projection, log, { ...scope, withheld: { ...nothing, isNone: false, isSkipped } });
    expect(steps.map(({ slot }) => slot.id)).toEqual(['b']);
  });

  it.each<[string, unknown, string]>([
    ['null', null, 'It returns null; a document is an object. Return undefined when there is none (any more).'],
    ['a text', 'topic', 'It returns a string; a document is an object.'],
    ['an array', [], 'It returns an array; a document is an object.'],
    ['a promise', Promise.resolve({}), 'It returns what is not JSON: the value is a Promise.'],
    ['a date', { on: { day: new Date(0) } }, 'It returns what is not JSON: "on.day" is a Date.'],
    ['an instance', new Map(), 'It returns what is not JSON: the value is a Map.'],
    ['NaN', { mean: [1, Number.NaN] }, 'It returns what is not JSON: "mean.1" is NaN.'],
    ['a bigint', { revision: 1n }, 'It returns what is not JSON: "revision" is a bigint.'],
    ['undefined', { topic: undefined }, '"topic" is undefined (leave the field out instead).'],
    ['a cycle', cyclic(), 'It returns what is not JSON: "within.itself" contains itself.'],
  ])('refuses %s as a document, and says where', (_case, answer, message) => {
    expect(errorsOf({ ...projection, on: { CaseOpened: () => answer as object } })).toEqual([
      expect.stringContaining(message) as string,
    ]);
  });

  it.each<[string, (document: { notes: string[] }, event: { data: { topic: string } }) => object]>([
    ['a field', (document) => Object.assign(document, { closed: true })],
    ['a list', (document) => (document.notes.push('more'), document)],
    ['the order of a list', (document) => (document.notes.reverse(), document)],
    ['the event', (document, { data }) => ((data.topic = 'mine'), document)],
  ])('says so when a function changes %s that it is given', (_case, change) => {
    const first = { notes: ['x', 'y'] };
    const changing = {
      ...projection,
      on: { CaseOpened: (document: unknown, event: never) => (document ? change(document as never, event) : first) },
    };
    const error = expect.stringMatching(
      /^It changes the document or the event that it is given \(.+\)\. Return a new/,
    ) as string;
    expect(errorsOf(changing as unknown as Projection)).toEqual([error]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, '"key" gives undefined where it should give a document\'s id'],
    ['a number', [7], '"key" gives number where'],
    ['an empty text', '', '"key" gives an empty text'],
    ['the mark of a stream', 'stream:case-a', '"key" gives "stream:case-a"; ids that begin with "stream:" are kept'],
    [
      'documents without end',
      Array.from({ length: 10_001 }, (_, index) => String(index)),
      '"key" names 10001 documents',
    ],
  ])('parks the stream when the key is %s', (_case, key, message) => {
    expect(errorsOf({ ...projection, key: () => key as string })).toEqual([expect.stringContaining(message) as string]);
  });

  it('changes a document once by an event that names it twice', () => {
    const counting = {
      ...projection,
      key: () => ['a', 'a'],
      on: { CaseOpened: (found?: { n: number }) => ({ n: (found?.n ?? 0) + 1 }) },
    } as unknown as Projection;
    const log = [unfolded(recorded(caseEvent('CaseOpened', { caseId: 'a', topic: 't' }), 1))];
    const { changes } = foldBatch(counting, planBatch(counting, log, scope), new Map(), true);
    expect(changes.map(({ document }) => document)).toEqual([{ n: 1 }]);
  });
});

function errorsOf(failing: Projection): readonly string[] {
  const log = [1, 2].map((at) => unfolded(recorded(caseEvent('CaseOpened', { caseId: 'a', topic: 't' }), at)));
  return foldBatch(failing, planBatch(failing, log, scope), new Map(), true).failures.map(({ error }) => error);
}

function cyclic(): object {
  const within: Record<string, unknown> = {};
  within['itself'] = within;
  return { within };
}

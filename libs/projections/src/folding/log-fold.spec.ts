import type { EventCodec, Projection, StoredEvent } from '#event-sourcing';
import { recorded } from '#event-sourcing/testing';
import { failureText } from './fold-failure.js';
import { type DocumentChange, LogFold, type LogFoldParts } from './log-fold.engine.js';
import { caseEvent, type CaseEvent, openCases, plainCodec } from '../testing/cases.js';

const projection = openCases as unknown as Projection;
const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: caseId });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });

/** Events as a log gives them, each in the stream of its case, a day apart. */
function logOf(...events: readonly CaseEvent[]): readonly StoredEvent[] {
  return events.map((event, index) =>
    recorded(event, index + 1, `case-${event.data.caseId}`, { recordedAt: `2026-03-0${index + 1}T09:00:00.000Z` }),
  ) as unknown as readonly StoredEvent[];
}

function folded(log: readonly StoredEvent[], parts: Partial<LogFoldParts> = {}): LogFold {
  const fold = new LogFold({ projection, codec: plainCodec(), ...parts });
  for (const event of log) fold.take(event);
  return fold;
}

/** A projection of notes with a function of its own. */
function noting(CaseNoted: (found: object | undefined, event: CaseEvent) => unknown): Partial<LogFoldParts> {
  return { projection: { ...projection, on: { ...projection.on, CaseNoted } } as unknown as Projection };
}

describe('a log that is folded beside every store', () => {
  it('gives the documents of the projection', () => {
    const log = logOf(
      opened('a'),
      noted('a', 'first'),
      opened('b'),
      caseEvent('CasesMerged', { caseId: 'b', into: 'a' }),
    );
    expect(folded(log).documents).toEqual(new Map([['a', { topic: 'a', notes: ['first', 'merged b'] }]]));
  });

  it('decodes only what the projection reads', () => {
    const codec = plainCodec();
    folded(logOf(opened('a'), caseEvent('CaseArchived', { caseId: 'a' })), { codec });
    expect(codec.decoded).toBe(1);
  });

  it('leaves out what was not known at an instant', () => {
    const log = logOf(opened('a'), noted('a', 'in time'), noted('a', 'too late'));
    const { documents } = folded(log, { knownAt: '2026-03-02T09:00:00.000Z' });
    expect(documents.get('a')).toEqual({ topic: 'a', notes: ['in time'] });
  });

  it('folds an event into a document once, however often its key is given', () => {
    const twice = { ...projection, key: () => ['a', 'a'] };
    expect(folded(logOf(opened('a'), noted('a', 'n')), { projection: twice }).documents.get('a')).toEqual({
      topic: 'a',
      notes: ['n'],
    });
  });

  it('tells each change of the documents that are asked for', () => {
    const changes: DocumentChange[] = [];
    const log = logOf(opened('a'), opened('b'), noted('a', 'n'), caseEvent('CasesMerged', { caseId: 'a', into: 'b' }));
    folded(log, { keys: new Set(['a']), onChange: (change) => changes.push(change) });
    const [first, second] = [
      { topic: 'a', notes: [] },
      { topic: 'a', notes: ['n'] },
    ];
    expect(changes.map(({ key, event, before, after }) => [key, event.type, before, after])).toEqual([
      ['a', 'CaseOpened', undefined, first],
      ['a', 'CaseNoted', first, second],
      ['a', 'CasesMerged', second, undefined],
    ]);
  });

  const broken: readonly (readonly [string, (found: object | undefined, event: CaseEvent) => unknown, RegExp])[] = [
    [
      'throws',
      () => {
        throw new Error('no such thing');
      },
      /no such thing/,
    ],
    [
      'changes the document',
      (found) => Object.assign(found ?? {}, { notes: [] }),
      /It changes the document or the event/,
    ],
    ['changes the event', (_, { data }) => Object.assign(data, { note: '' }), /It changes the document or the event/],
    ['returns what is not JSON', () => ({ on: new Date(0) }), /not JSON: "on" is a Date/],
    ['returns no object', () => 'text', /It returns a string/],
  ];
  it.each(broken)('leaves out a document whose function %s, and goes on', (_, evolve, why) => {
    const log = logOf(opened('a'), opened('b'), noted('a', 'n'), opened('a'));
    const { documents, failures } = folded(log, noting(evolve));
    expect([...documents.keys()]).toEqual(['b']);
    expect(failures.map(failureText)).toEqual([
      expect.stringMatching(/^CaseNoted at revision 3 of "case-a", position 0{19}3, document "a": /),
    ]);
    expect(failures[0]?.error).toMatch(why);
  });

  describe('and looks closely at some events only', () => {
    const late = noting((found, { data }) => ({
      ...found,
      on: (data as { note: string }).note === 'late' ? new Date(0) : 1,
    }));
    const log = (): readonly StoredEvent[] =>
      logOf(opened('a'), opened('b'), noted('a', 'early'), noted('a', 'in time'), noted('a', 'late'));

    it('finds what is wrong with a document in the end, and the event to blame in another passage', () => {
      const fold = folded(log(), { ...late, closeLooks: 1 });
      expect(fold.failures).toEqual([]);
      const closer = fold.closerLook();
      log().forEach((event) => closer?.take(event));
      if (closer) fold.leaveOut(closer);
      expect([...fold.documents.keys()]).toEqual(['b']);
      expect(fold.failures.map(({ key, event }) => [key, event.revision])).toEqual([['a', 5n]]);
    });

    it('needs no other passage when all is well', () => {
      expect(folded(log(), { closeLooks: 1 }).closerLook()).toBeUndefined();
    });

    it('checks and freezes so many events of each type', () => {
      const codec = plainCodec();
      const frozen: boolean[] = [];
      const decodeUnchecked = (stored: StoredEvent) => {
        const event = codec.decode(stored);
        codec.decoded -= 1;
        return event;
      };
      const parts = noting((found, { data }) => {
        frozen.push(Object.isFrozen(data));
        return { ...found };
      });
      folded(log(), { ...parts, codec: { ...codec, decodeUnchecked }, closeLooks: 2 });
      expect(frozen).toEqual([true, true, false]);
      expect(codec.decoded).toBe(4);
    });

    it('still refuses what is no document', () => {
      const fold = folded(log(), { ...noting((_, { data }) => (data as { note: string }).note), closeLooks: 0 });
      expect(fold.failures.map(({ error }) => error)).toEqual([expect.stringContaining('It returns a string')]);
    });
  });

  it('says what went wrong at once', () => {
    const fold = new LogFold({ codec: plainCodec(), projection, ...noting(() => 1) });
    expect(logOf(opened('a'), noted('a', 'n')).map((event) => fold.take(event)?.key)).toEqual([undefined, 'a']);
  });

  it('says so when the key is none', () => {
    const { failures } = folded(logOf(opened('a')), { projection: { ...projection, key: () => '' } });
    expect(failures.map(failureText)).toEqual([expect.stringMatching(/^CaseOpened .*: "key" gives an empty text/)]);
  });

  /** A codec that cannot read notes. */
  const damagedNotes = (): EventCodec => {
    const codec = plainCodec();
    const decode = (stored: StoredEvent): ReturnType<typeof codec.decode> => {
      if (stored.type === 'CaseNoted') throw new Error('damaged');
      return codec.decode(stored);
    };
    return { ...codec, decode };
  };

  it('passes over what was skipped, in a document or by the mark of a stream', () => {
    const log = logOf(opened('a'), noted('a', 'n'), caseEvent('CasesMerged', { caseId: 'a', into: 'b' }), opened('c'));
    const skipped = new Set(['stream:case-a 2', 'a 3']);
    const isSkipped = (key: string, position: string): boolean => skipped.has(`${key} ${String(Number(position))}`);
    const { documents, failures } = folded(log, { codec: damagedNotes(), isSkipped });
    expect(failures).toEqual([]);
    expect(Object.fromEntries(documents)).toEqual({
      a: { topic: 'a', notes: [] },
      b: { notes: ['merged a'] },
      c: { topic: 'c', notes: [] },
    });
  });

  it('passes over what was skipped in the passage that finds the event to blame, too', () => {
    const log = logOf(opened('a'), noted('a', 'skipped'), noted('a', 'bad'));
    const isSkipped = (_: string, position: string): boolean => Number(position) === 2;
    const fold = folded(log, { ...noting((found) => ({ ...found, on: new Date(0) })), closeLooks: 0, isSkipped });
    const closer = fold.closerLook();
    log.forEach((event) => closer?.take(event));
    expect(closer?.failures.map(({ key, event }) => [key, event.revision])).toEqual([['a', 3n]]);
  });

  it('passes over a stream from the first event on that cannot be read', () => {
    const log = logOf(opened('a'), noted('a', 'n'), caseEvent('CasesMerged', { caseId: 'a', into: 'b' }), opened('c'));
    const { documents, failures } = folded(log, { codec: damagedNotes() });
    expect([...documents.keys()]).toEqual(['a', 'c']);
    expect(failures.map(failureText)).toEqual([
      expect.stringMatching(/^CaseNoted at revision 2 of "case-a".*: damaged$/),
    ]);
  });
});

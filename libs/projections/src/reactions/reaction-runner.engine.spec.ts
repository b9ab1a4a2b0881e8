import { setImmediate } from 'node:timers/promises';
import type { EventStore, Recorded } from '#event-sourcing';
import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import type { Reaction } from './reaction.js';
import { ReactionRunner } from './reaction-runner.engine.js';
import { SharedWork } from '../sharing/shared-work.engine.js';
import { append, caseEvent, type CaseEvent, plainCodec } from '../testing/cases.js';

const noted = (note: string): CaseEvent => caseEvent('CaseNoted', { caseId: 'a', note });

/** A reaction that writes down the notes it sees, and fails where it is told to. */
function copyNotes(name: string, faults: Record<string, number> = {}) {
  const seen: string[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const reaction: Reaction<CaseEvent> = {
    name,
    types: ['CaseNoted'],
    handle: (event: Recorded<CaseEvent>) => {
      const { note } = event.data as { readonly note: string };
      seen.push(note);
      for (const { count, resolve } of waiting) if (seen.length >= count) resolve();
      const left = faults[note] ?? 0;
      faults[note] = left - 1;
      return left > 0 ? Promise.reject(new Error('not now')) : Promise.resolve();
    },
  };
  const after = (count: number): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ count, resolve });
      if (seen.length >= count) resolve();
    });
  return { reaction, seen, after };
}

describe('Reactions', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let stops: (() => Promise<void>)[];

  beforeEach(() => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  function start(...reactions: readonly Reaction<CaseEvent>[]): ReactionRunner {
    const hub = new EventHub({ store, codec: plainCodec(), delays: () => 0 });
    const runner = new ReactionRunner({ hub, documents, delays: () => 0 });
    for (const reaction of reactions) runner.register(reaction);
    hub.run();
    runner.start();
    stops.push(
      () => runner.stop(),
      () => hub.stop(),
    );
    return runner;
  }

  it('see each event of their types in order, those of before the start included', async () => {
    await append(store, noted('1'), caseEvent('CaseArchived', { caseId: 'a' }), noted('2'));
    const { reaction, seen, after } = copyNotes('copy-notes');
    start(reaction);
    await after(2);
    await append(store, noted('3'));
    await after(3);
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('see an event again until they are through with it, and the next only then', async () => {
    await append(store, noted('1'), noted('2'), noted('3'));
    const { reaction, seen, after } = copyNotes('copy-notes', { 2: 2 });
    start(reaction);
    await after(5);
    expect(seen).toEqual(['1', '2', '2', '2', '3']);
  });

  it('do not hold each other up', async () => {
    await append(store, noted('1'), noted('2'));
    const failing = copyNotes('fail', { 1: Infinity });
    const working = copyNotes('work');
    const runner = start(failing.reaction, working.reaction);
    await working.after(2);
    await failing.after(3);
    expect(working.seen).toEqual(['1', '2']);
    const [status] = runner.status();
    expect(status).toMatchObject({ name: 'fail', position: store.start, retrying: { error: 'not now' } });
  });

  it('go on behind what they were through with, after a restart', async () => {
    await append(store, noted('1'), noted('2'));
    const before = copyNotes('copy-notes');
    const runner = start(before.reaction);
    await before.after(2);
    await runner.stop();
    await append(store, noted('3'));
    const afterwards = copyNotes('copy-notes');
    start(afterwards.reaction);
    await afterwards.after(1);
    expect(afterwards.seen).toEqual(['3']);
  });

  describe('shared by several processes', () => {
    const names = ['one', 'two', 'three', 'four'];

    /** A process that has a share of the reactions, which all write down what they see in the same place. */
    function join(holder: string, reactions: readonly Reaction<CaseEvent>[]) {
      const work = new SharedWork({ documents, holder, leaseMs: 2_000 });
      const hub = new EventHub({ store, codec: plainCodec(), delays: () => 0 });
      const runner = new ReactionRunner({ hub, documents, delays: () => 0, runs: work });
      for (const reaction of reactions) runner.register(reaction);
      hub.run();
      runner.start();
      const stop = async (): Promise<void> => {
        await runner.stop();
        await work.stop();
        await hub.stop();
      };
      stops.push(stop);
      return { stop, share: () => work.held().length };
    }

    it('see each event once, whoever comes and goes', async () => {
      const copies = names.map((name) => copyNotes(name));
      const reactions = copies.map(({ reaction }) => reaction);
      const notes = ['1', '2', '3', '4', '5', '6'];
      const present = [join('first', reactions)];
      for (const [index, note] of notes.entries()) {
        await append(store, noted(note));
        if (index % 2 === 0) present.push(join(`process ${note}`, reactions));
        else await present.shift()?.stop();
        await Promise.all(copies.map(({ after }) => after(index + 1)));
      }
      expect(copies.map(({ seen }) => seen)).toEqual(names.map(() => notes));
    });

    it('are divided equally among them', async () => {
      const reactions = names.map((name) => copyNotes(name).reaction);
      const present = ['first', 'second'].map((holder) => join(holder, reactions));
      while (present.some(({ share }) => share() !== 2)) await setImmediate();
    });
  });

  it('have names of their own and are registered before the start', () => {
    const runner = start(copyNotes('one').reaction);
    expect(() => {
      runner.register(copyNotes('two').reaction);
    }).toThrow('Register it before the start.');
    const other = new ReactionRunner({ hub: new EventHub({ store, codec: plainCodec() }), documents });
    other.register(copyNotes('one').reaction);
    expect(() => {
      other.register(copyNotes('one').reaction);
    }).toThrow('There are two reactions "one".');
  });
});

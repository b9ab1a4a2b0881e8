import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Projection } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ProjectionEngine } from '../projection.engine.js';
import { SharedWork } from '../sharing/shared-work.engine.js';
import { append, caseEvent, type CaseEvent, type OpenCase, openCases } from '../testing/cases.js';
import { loudCases } from '../testing/killed-rebuilds.js';
import { gated, PATIENCE_MS, processOf, type ProcessParts, until } from '../testing/processes.js';

const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });
const archived = (caseId: string): CaseEvent => caseEvent('CaseArchived', { caseId });

/** Notes in capitals, no archived cases, and one case for all the others together. */
const tidied: Projection<OpenCase, CaseEvent> = {
  ...loudCases,
  key: (event) => [openCases.key(event), event.data.caseId === 'a' ? 'all' : []].flat(),
  on: {
    ...loudCases.on,
    CaseOpened: (found, event, key) => (key === 'all' ? { notes: [] } : openCases.on.CaseOpened?.(found, event, key)),
    CaseArchived: () => undefined,
  },
};

describe('The rehearsal of a build', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let engines: ProjectionEngine[];

  beforeEach(() => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    engines = [];
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
  });

  async function running(parts: Partial<ProcessParts> = {}): Promise<ProjectionEngine> {
    const engine = processOf({ store, documents, projections: [openCases], ...parts });
    engines.push(engine);
    await engine.start();
    await engine.ready();
    return engine;
  }

  const state = (engine: ProjectionEngine) => engine.status()[0]?.candidate?.state;

  async function rehearsed(projection = tidied, parts: Partial<ProcessParts> = {}): Promise<ProjectionEngine> {
    const engine = await running(parts);
    await engine.rebuild(openCases.name, { id: '1', projection, rehearse: true });
    await until(() => state(engine) === 'rehearsed');
    return engine;
  }

  it('tells what would change, by field, with the events behind it', async () => {
    await append(store, opened('a'), noted('a', 'one'), opened('b'), opened('c'));
    const position = await append(store, archived('c'));
    const engine = await rehearsed();
    const rehearsal = await engine.rehearsal(openCases.name);
    expect(rehearsal).toMatchObject({
      live: { readModel: 'open-cases.v1', version: 1 },
      candidate: { readModel: 'open-cases.v2', version: 2, request: '1' },
      position,
      unchanged: 1,
      changed: 1,
      added: { documents: 1, samples: [{ key: 'all', before: undefined, after: { notes: ['ONE'] } }] },
      gone: { documents: 1, samples: [{ key: 'c', before: { topic: 'topic c', notes: [] }, after: undefined }] },
      fields: [{ field: 'notes', documents: 1, samples: [{ key: 'a', before: 'one', after: 'ONE' }] }],
      unsettled: 0,
    });
    const causes = (samples: readonly { readonly causes: readonly object[] }[] | undefined) => samples?.[0]?.causes;
    expect(causes(rehearsal.fields[0]?.samples)).toMatchObject([{ type: 'CaseNoted', stream: 'case-a', revision: 1n }]);
    expect(causes(rehearsal.gone.samples)).toMatchObject([
      { type: 'CaseOpened', stream: 'case-c', revision: 0n },
      { type: 'CaseArchived', stream: 'case-c', revision: 1n, position },
    ]);
  });

  it('finds nothing between two builds of the same code, however much is written meanwhile', async () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => String(index));
    await append(store, ...ids.map(opened));
    const engine = await rehearsed({ ...openCases, version: 2 });
    const over = new AbortController();
    const writing = (async () => {
      for (let round = 0; !over.signal.aborted; round += 1)
        for (const caseId of ids.slice(0, 5)) await append(store, noted(caseId, String(round)));
    })();
    const { unchanged, changed, added, gone, unsettled } = await engine.rehearsal(openCases.name);
    over.abort();
    await writing;
    expect([changed, added.documents, gone.documents]).toEqual([0, 0, 0]);
    expect(unchanged + unsettled).toBe(1_200);
  });

  it('says how many documents cannot be compared because one of the builds stands still', async () => {
    await append(store, opened('a'), opened('b'));
    const old = await running();
    await old.stop();
    const position = await append(store, noted('a', 'one'));
    const engine = processOf({ store, documents, projections: [loudCases] });
    engines.push(engine);
    await engine.rebuild(openCases.name, { id: '1', rehearse: true });
    await engine.start();
    await until(() => state(engine) === 'rehearsed' && engine.status()[0]?.candidate?.position === position);
    expect(await engine.rehearsal(openCases.name)).toMatchObject({ unchanged: 1, changed: 0, unsettled: 1 });
  });

  it('is told by a process that runs no projection as well', async () => {
    await append(store, opened('a'), noted('a', 'one'));
    const work = new SharedWork({ documents, holder: 'projector', leaseMs: 60_000 });
    const engine = await rehearsed(loudCases, { runs: work });
    const api = await running({ runs: 'elsewhere' });
    await until(() => state(api) === 'rehearsed');
    expect(await api.rehearsal(openCases.name)).toMatchObject({ unchanged: 0, changed: 1 });
    const position = await append(store, opened('b'));
    await engine.waitFor(position, undefined, PATIENCE_MS);
    expect(await api.rehearsal(openCases.name)).toMatchObject({ unchanged: 1, changed: 1, position });
    await work.stop();
  });

  it('is refused without a build, before it has caught up, and ends with the signal', async () => {
    await append(store, opened('a'));
    let open = (): void => undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const closed = gated(documents, (call, name) =>
      call === 'write' && name === 'open-cases.v2' ? opening : Promise.resolve(),
    );
    const engine = await running({ documents: closed });
    await expect(engine.rehearsal(openCases.name)).rejects.toMatchObject({
      name: 'NothingRehearsed',
      message: 'Projection "open-cases" has no build beside the live one. Ask for a rebuild with a rehearsal.',
      retryable: false,
    });
    await engine.rebuild(openCases.name, { id: '1', projection: loudCases, rehearse: true });
    await expect(engine.rehearsal(openCases.name)).rejects.toMatchObject({
      name: 'NothingRehearsed',
      message: 'The build "open-cases.v2" has not caught up with the log. Wait until it is rehearsed.',
      retryable: true,
    });
    open();
    await until(() => state(engine) === 'rehearsed');
    await expect(engine.rehearsal(openCases.name, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

import type { ProjectionStatus } from '#projections';
import { ProjectionFailed } from '#projections';
import { type ReadinessFacts, readinessOf } from './readiness.js';

const projection: ProjectionStatus = {
  name: 'partnerships',
  version: 3,
  readModel: 'partnerships.v3',
  request: 'v3',
  state: 'live',
  runsHere: true,
  position: '0042',
  lag: { events: 0, seconds: 0 },
  rate: 7,
  parked: 0,
};

const allWell: ReadinessFacts = {
  phase: 'serving',
  dependencies: { eventStore: { status: 'up' }, documentStore: { status: 'up' } },
  projections: [projection],
  reactions: [{ name: 'relieve-contacts', position: '0042' }],
  maxLagSeconds: 60,
};

const judged = (differing: Partial<ReadinessFacts>) => readinessOf({ ...allWell, ...differing });

describe('a process', () => {
  it('is ready when nothing is wrong, and tells everything by name', () => {
    expect(readinessOf(allWell)).toEqual({
      status: 'ready',
      phase: 'serving',
      reasons: [],
      dependencies: allWell.dependencies,
      projections: [{ name: 'partnerships', version: 3, state: 'live', lag: { events: 0, seconds: 0 } }],
      reactions: [{ name: 'relieve-contacts', state: 'live' }],
    });
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    [
      'it starts',
      { phase: 'starting' },
      'The process is starting: its read models have not caught up with the log yet.',
    ],
    ['it stops', { phase: 'stopping' }, 'The process is stopping.'],
    [
      'a dependency is down',
      { dependencies: { eventStore: { status: 'down', detail: 'no answer within 2000 ms' } } },
      'eventStore is down: no answer within 2000 ms.',
    ],
    ['a dependency is down without a word', { dependencies: { x: { status: 'down' } } }, 'x is down.'],
    [
      'a read model is being built',
      { projections: [{ ...projection, state: 'building' }] },
      'Projection "partnerships" is being built.',
    ],
    [
      'a read model cannot be stored',
      {
        projections: [{ ...projection, state: 'stopped', failure: new ProjectionFailed('partnerships', 'disk') }],
      },
      'Projection "partnerships" has stopped.',
    ],
  ])('is not ready while %s', (_case, differing, reason) => {
    const { status, reasons } = judged(differing);
    expect([status, reasons]).toEqual(['not ready', [reason]]);
  });

  it.each<[string, Partial<ReadinessFacts>, string]>([
    [
      'a read model is further behind than the limit',
      { projections: [{ ...projection, lag: { seconds: 61 } }] },
      'Projection "partnerships" is 61 s behind the log; the limit is 60 s.',
    ],
    [
      'a document is parked',
      { projections: [{ ...projection, parked: 1 }] },
      'Projection "partnerships" has 1 parked document: answers from it are behind there.',
    ],
    [
      'documents are parked',
      { projections: [{ ...projection, parked: 2 }] },
      'Projection "partnerships" has 2 parked documents: answers from it are behind there.',
    ],
    [
      'a reaction tries again',
      { reactions: [{ name: 'relieve-contacts', position: '0042', retrying: { attempt: 4, error: 'Erika' } }] },
      'Reaction "relieve-contacts" has tried its next event 4 times in vain.',
    ],
    [
      'a read model is paused',
      { projections: [{ ...projection, state: 'paused', lag: { seconds: 61 } }] },
      'Projection "partnerships" is paused: its documents stay as they are until it is resumed.',
    ],
    [
      'a read model is answered from a version whose code is gone',
      { projections: [{ ...projection, version: 2, state: 'standing' }] },
      'Projection "partnerships" is answered from version 2, whose code this process does not have: its documents stay as they ' +
        'are unless another process has it.',
    ],
  ])('is ready but degraded while %s', (_case, differing, reason) => {
    const { status, reasons } = judged(differing);
    expect([status, reasons]).toEqual(['degraded', [reason]]);
  });

  it('is ready at the very limit of the lag', () => {
    expect(judged({ projections: [{ ...projection, lag: { seconds: 60 } }] }).status).toBe('ready');
  });

  it('names the grave reasons before the mild ones', () => {
    const projections = [{ ...projection, lag: { seconds: 99 } }];
    expect(judged({ phase: 'stopping', projections }).reasons[0]).toBe('The process is stopping.');
  });

  it('tells by name what it has of the work that several share, and whose it is to nobody', () => {
    const lease = { holder: 'host-1:17', token: 3, expiresAt: '2026-03-31T08:00:00.000Z' };
    const { leases } = judged({ leases: ['reaction:b', 'a.v1'].map((name) => ({ name, ...lease })) });
    expect(leases).toEqual(['a.v1', 'reaction:b'].map((name) => ({ name, expiresAt: lease.expiresAt })));
  });

  it('says that a read model has stopped and how often it tries, as JSON, and keeps what went wrong to itself', () => {
    const failure = new ProjectionFailed('partnerships', 'Erika Mustermann cannot be stored');
    const retrying = { attempt: 5, error: 'mongodb://user:password@host refuses Erika Mustermann' };
    const answer = judged({ projections: [{ ...projection, state: 'stopped', parked: 2, failure, retrying }] });
    expect(answer.projections).toEqual([
      {
        name: 'partnerships',
        version: 3,
        state: 'stopped',
        lag: { events: 0, seconds: 0 },
        parked: 2,
        attempts: 5,
      },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/Erika|password/);
  });
});

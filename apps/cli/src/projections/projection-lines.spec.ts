import { parkedText, projectionsTable, rehearsalText } from './projection-lines.js';
import type { BuildInfo, ProjectionInfo } from './projections-api.js';

const live: BuildInfo = {
  build: 'cohorts.v1',
  version: 1,
  state: 'live',
  position: '00000000000000000042',
  lagEvents: 0,
  lagSeconds: 0,
  rate: 12.4,
  done: 1,
  secondsLeft: 0,
  waitsBecause: null,
  error: null,
  keptUntil: null,
};
const cohorts: ProjectionInfo = {
  name: 'cohorts',
  paused: false,
  parked: 0,
  live,
  candidate: null,
  previous: null,
};

describe('projections in a terminal', () => {
  it('are a table', () => {
    expect(projectionsTable([cohorts])).toBe(
      [
        'projection  version  state  lag  events/s  parked  beside it',
        'cohorts     v1       live   0    12             0',
      ].join('\n'),
    );
  });

  it('show what is built beside them, how long it takes, and what is kept', () => {
    const candidate = { ...live, build: 'cohorts.v1.r1', state: 'building', done: 0.437, secondsLeft: 12 };
    const previous = { ...live, build: 'cohorts.v0', keptUntil: '2026-03-31T10:00:00.000Z' };
    expect(projectionsTable([{ ...cohorts, candidate, previous }])).toContain(
      'cohorts.v1.r1 building 43 %, 12 s left; cohorts.v0 kept until 2026-03-31T10:00:00.000Z',
    );
  });

  it('say what a build beside them waits for', () => {
    const candidate = { ...live, build: 'cohorts.v2', state: 'rehearsed', waitsBecause: '"prt_1" waits in it.' };
    expect(projectionsTable([{ ...cohorts, candidate }])).toMatch(
      /cohorts\.v2 rehearsed\n\ncohorts \(cohorts\.v2\): It waits for a promotion\. "prt_1" waits in it\.$/,
    );
  });

  it('say that they are paused, behind, or stopped and why', () => {
    const stopped = { ...live, state: 'stopped', lagEvents: 7, lagSeconds: 3, error: 'the disk is full' };
    const table = projectionsTable([
      { ...cohorts, paused: true },
      { ...cohorts, name: 'attribution', live: stopped },
    ]);
    expect(table).toContain('paused');
    expect(table).toContain('7 (3 s)');
    expect(table).toContain('attribution (cohorts.v1): the disk is full');
  });

  it('that nobody runs here are named all the same', () => {
    expect(projectionsTable([{ ...cohorts, live: null }])).toContain('not running');
  });
});

describe('parked documents in a terminal', () => {
  it('name the event and the error', () => {
    const text = parkedText([
      {
        key: 'prt_1',
        type: 'ReviewHeld',
        stream: 'partnership-prt_1',
        revision: '4',
        position: '00000000000000000007',
        recordedAt: '2026-03-31T09:00:00.000Z',
        error: 'scores is undefined',
        attempts: 2,
        since: '2026-03-31T10:00:00.000Z',
      },
    ]);
    expect(text).toContain('partnership-prt_1@4');
    expect(text).toContain('prt_1: scores is undefined');
  });

  it('may be none', () => {
    expect(parkedText([])).toBe('No document is parked.');
  });
});

describe('a rehearsal in a terminal', () => {
  it('counts the documents and shows each field with samples and their causes', () => {
    const text = rehearsalText({
      live: 'cohorts.v1',
      candidate: 'cohorts.v2',
      position: '00000000000000000042',
      added: { documents: 1, samples: [{ key: 'prt_9', before: null, after: '{}', causes: [] }] },
      gone: { documents: 0, samples: [] },
      changed: 2,
      unchanged: 3,
      otherFields: 0,
      unsettled: 1,
      fields: [
        {
          field: 'startQuarter',
          documents: 2,
          samples: [
            {
              key: 'prt_1',
              before: '"2026-Q1"',
              after: null,
              causes: [{ type: 'PartnershipOnboarded', stream: 'partnership-prt_1', revision: '3' }],
            },
          ],
        },
      ],
    });
    expect(text).toContain('1 documents added, 0 gone, 2 changed, 3 unchanged.');
    expect(text).toContain('added: 1 documents\n  prt_9: nothing -> {}');
    expect(text).not.toContain('gone: ');
    expect(text).toContain('startQuarter: 2 documents');
    expect(text).toContain('1 documents change too often to be compared.');
    expect(text).toContain('prt_1: "2026-Q1" -> nothing  (PartnershipOnboarded, partnership-prt_1@3)');
  });
});

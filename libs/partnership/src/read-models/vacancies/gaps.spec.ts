import type { ContactInterval } from '../../domain/state/people.js';
import { gapsOf } from './gaps.js';

const duty = (validFrom: string, validUntil?: string): ContactInterval => ({
  personId: 'prs_1',
  validFrom,
  ...(validUntil === undefined ? {} : { validUntil }),
});

describe('The times in which a side has no contact', () => {
  it.each([
    ['are everything while nobody was ever named', [], [{ from: '2026-01-05' }]],
    [
      'end with the first day of the first contact',
      [duty('2026-01-12')],
      [{ from: '2026-01-05', until: '2026-01-12' }],
    ],
    ['are none while somebody has the duty from the start', [duty('2026-01-05')], []],
    ['begin on the day on which a duty ends', [duty('2026-01-05', '2026-03-12')], [{ from: '2026-03-12' }]],
    ['do not arise between a contact and the successor', [duty('2026-01-05', '2026-03-12'), duty('2026-03-12')], []],
    [
      'lie between a contact and a later successor',
      [duty('2026-01-05', '2026-03-12'), duty('2026-04-20')],
      [{ from: '2026-03-12', until: '2026-04-20' }],
    ],
    [
      'are two when a planned duty has an end, too',
      [duty('2026-01-05', '2026-03-12'), duty('2026-04-20', '2026-08-01')],
      [{ from: '2026-03-12', until: '2026-04-20' }, { from: '2026-08-01' }],
    ],
    [
      'leave out a duty that ended on its first day',
      [duty('2026-01-05', '2026-03-12'), duty('2026-04-20', '2026-04-20')],
      [{ from: '2026-03-12' }],
    ],
    ['do not reach back before the import', [duty('2019-05-06', '2025-12-31')], [{ from: '2026-01-05' }]],
  ])('%s', (_, intervals, gaps) => {
    expect(gapsOf(intervals, '2026-01-05')).toEqual(gaps);
  });
});

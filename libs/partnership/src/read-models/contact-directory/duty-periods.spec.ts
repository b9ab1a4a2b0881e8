import { dutyPeriods } from './duty-periods.js';

const first = { personId: 'prs_1', validFrom: '2023-11-07', validUntil: '2024-02-01' };
const last = { personId: 'prs_1', validFrom: '2024-06-01', validUntil: '2025-02-03' };

describe('the time in which a person was a responsible contact', () => {
  it.each([[[first, last]], [[last, first]]])(
    'goes from the first day of the first duty to the end of the last',
    (duties) => {
      expect(dutyPeriods(duties).get('prs_1')).toEqual({ from: '2023-11-07', until: '2025-02-03' });
    },
  );

  it('has no end while a duty has none', () => {
    const open = { personId: 'prs_1', validFrom: '2024-03-01' };
    expect(dutyPeriods([first, open, last]).get('prs_1')).toEqual({ from: '2023-11-07' });
  });

  it('is there for each person who had a duty, and for nobody else', () => {
    expect([...dutyPeriods([first, { ...last, personId: 'prs_2' }]).keys()]).toEqual(['prs_1', 'prs_2']);
  });
});

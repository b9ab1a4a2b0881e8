import { manager } from '../../domain/event-samples/facts.js';
import { portfolioOf, type PortfolioCounts } from './portfolio.js';

const today = '2026-03-31';
const counts: PortfolioCounts = {
  byState: { PROSPECTIVE: 1, ONBOARDING: 0, ACTIVE: 10, SUSPENDED: 1, WINDING_DOWN: 0, TERMINATED: 4, ABANDONED: 2 },
  vacanciesOwn: 0,
  vacanciesPartner: 1,
  reviewsDueIn7Days: 1,
  reviewsDueIn30Days: 3,
  reviewsOverdue: 2,
  openActions: 5,
  overdueActions: 1,
};

describe('the portfolio of a partner manager', () => {
  it('shows what is due, and that the manager has more than capacity allows', () => {
    const { byState, ...due } = counts;
    expect(portfolioOf(manager, counts, today)).toEqual({
      managerId: 'mgr_1',
      active: true,
      states: Object.entries(byState).map(([state, count]) => ({ state, count })),
      openPartnerships: 12,
      capacity: 10,
      freeCapacity: -2,
      absent: false,
      ...due,
    });
  });

  it.each([
    ['says who stands in until when', '2026-04-01', 'mgr_2', { absentUntil: '2026-04-01', deputyManagerId: 'mgr_2' }],
    ['says that nobody stands in', '2026-04-01', undefined, { absentUntil: '2026-04-01' }],
    ['says that the end of an absence is open', undefined, 'mgr_2', { deputyManagerId: 'mgr_2' }],
  ])('%s', (_, until, deputyManagerId, expected) => {
    const absence = {
      from: today,
      ...(until === undefined ? {} : { until }),
      ...(deputyManagerId === undefined ? {} : { deputyManagerId }),
    };
    const shown = portfolioOf({ ...manager, absences: [absence] }, counts, today);
    expect(shown).toMatchObject({ absent: true, ...expected });
    expect(Object.keys(shown).filter((field) => field === 'absentUntil' || field === 'deputyManagerId')).toEqual(
      Object.keys(expected),
    );
  });

  it.each([
    ['before an absence', [{ from: '2026-04-01' }]],
    ['on the day of return', [{ from: '2026-03-01', until: today }]],
  ])('shows the manager as present %s', (_, absences) => {
    expect(portfolioOf({ ...manager, absences }, counts, today).absent).toBe(false);
  });
});

import fc from 'fast-check';
import { addDays, addMonths, calendarDateIn, daysBetween, endOfMonth, isCalendarDate, quarterOf } from './calendar.js';

describe('calendar', () => {
  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-02-30', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['31.12.2025', false],
    ['', false],
    [null, false],
  ])('%p is a calendar date: %p', (value, expected) => {
    expect(isCalendarDate(value)).toBe(expected);
  });

  it('counts the leap day', () => {
    expect(daysBetween('2024-02-15', '2025-02-15')).toBe(366);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('counts as many days between two dates as lead from one to the other', () => {
    const days = fc.integer({ min: -400_000, max: 400_000 });
    fc.assert(
      fc.property(days, days, (from, to) => {
        const [first, second] = [addDays('2000-01-01', from), addDays('2000-01-01', to)];
        expect(daysBetween(first, second)).toBe(to - from);
        expect(addDays(first, daysBetween(first, second))).toBe(second);
      }),
    );
  });

  it.each(['2025-02-30', '2025-13-01', 'nonsense', ''])('counts no days from or to %p', (nonsense) => {
    expect(() => daysBetween(nonsense, '2025-02-15')).toThrow(RangeError);
    expect(() => daysBetween('2025-02-15', nonsense)).toThrow(RangeError);
  });

  it('keeps a month arithmetic inside the month', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(endOfMonth('2024-02-10')).toBe('2024-02-29');
  });

  it('names the quarter of a date', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });

  it('takes the date of the policy time zone, not of UTC', () => {
    expect(calendarDateIn('2026-03-31T22:30:00.000Z')).toBe('2026-04-01');
    expect(calendarDateIn('2026-12-31T22:30:00.000Z')).toBe('2026-12-31');
  });

  it('does not mistake one quarter of an hour, zone or notation for another', () => {
    expect(calendarDateIn('2026-03-31T21:59:59.999Z')).toBe('2026-03-31');
    expect(calendarDateIn('2026-03-31T22:00:00.000Z')).toBe('2026-04-01');
    expect(calendarDateIn('2026-03-31T22:00:00.000Z', 'UTC')).toBe('2026-03-31');
    expect(calendarDateIn('2026-03-31T18:14:59.999Z', 'Asia/Kathmandu')).toBe('2026-03-31');
    expect(calendarDateIn('2026-03-31T18:15:00.000Z', 'Asia/Kathmandu')).toBe('2026-04-01');
    expect(calendarDateIn('2026-03-31T22:05:00.000+05:00')).toBe('2026-03-31');
    expect(calendarDateIn('2026-03-31T22:05:00.000Z')).toBe('2026-04-01');
    expect(() => calendarDateIn('nonsense')).toThrow(RangeError);
  });
});

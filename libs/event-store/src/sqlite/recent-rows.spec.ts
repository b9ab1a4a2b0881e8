import type { EventRow } from './event-row.js';
import { RecentRows } from './recent-rows.adapter.js';

const MUCH = 200 * 1024;
const row = (position: number, characters = 2): EventRow => [
  position,
  1,
  position,
  1,
  '',
  'x'.repeat(characters),
  '{}',
];
const positions = (rows: readonly EventRow[] | undefined) => rows?.map(([position]) => position);

describe('the rows a writer has just written', () => {
  it('are there from the position asked for on, as many as wanted', () => {
    const recent = new RecentRows();
    recent.add([row(5), row(6)]);
    recent.add([row(7)]);
    expect(positions(recent.after(4, 10))).toEqual([5, 6, 7]);
    expect(positions(recent.after(5, 1))).toEqual([6]);
    expect(positions(recent.after(7, 10))).toEqual([]);
  });

  it('are not known before them, behind them, and while there are none', () => {
    const recent = new RecentRows();
    expect(recent.after(0, 10)).toBeUndefined();
    recent.add([row(5)]);
    expect(recent.after(3, 10)).toBeUndefined();
    expect(recent.after(6, 10)).toBeUndefined();
  });

  it('begin anew when there is too much text, without a gap', () => {
    const recent = new RecentRows();
    recent.add([row(1, MUCH)]);
    recent.add([row(2, MUCH)]);
    expect(recent.after(0, 10)).toBeUndefined();
    expect(positions(recent.after(1, 10))).toEqual([2]);
    recent.add([row(3, 2 * MUCH)]);
    expect(recent.after(2, 10)).toBeUndefined();
    recent.add([row(4)]);
    expect(positions(recent.after(3, 10))).toEqual([4]);
    expect(recent.after(2, 10)).toBeUndefined();
  });
});

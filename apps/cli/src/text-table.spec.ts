import { textTable } from './text-table.js';

describe('a table for a terminal', () => {
  it('aligns columns, numbers at the right', () => {
    expect(
      textTable(
        ['name', 'lag', 'state'],
        [
          ['cohorts', 7, 'live'],
          ['a', 1200, 'building'],
        ],
      ),
    ).toBe(['name      lag  state', 'cohorts     7  live', 'a        1200  building'].join('\n'));
  });

  it('is its header alone without rows', () => {
    expect(textTable(['name', 'lag'], [])).toBe('name  lag');
  });
});

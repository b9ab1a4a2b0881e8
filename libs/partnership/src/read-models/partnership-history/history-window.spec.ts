import { historyWindow, type HistoryPageWanted, isPastWindow } from './history-window.js';

/** What a page of a stream of ten events holds, read as the window says. */
function pageOf(wanted: HistoryPageWanted, limit: number): readonly number[] {
  const window = historyWindow(wanted);
  const stream = Array.from({ length: 10 }, (_, revision) => BigInt(revision));
  const inDirection = window.direction === 'forwards' ? stream : [...stream].reverse();
  const { from } = window;
  const begun = inDirection.filter(
    (revision) => from === undefined || (window.direction === 'forwards' ? revision >= from : revision <= from),
  );
  const end = begun.findIndex((revision) => isPastWindow(window, revision));
  const found = (end === -1 ? begun : begun.slice(0, end)).slice(0, limit).map(Number);
  return window.reversed ? found.reverse() : found;
}

const oldest = { order: 'OLDEST_FIRST' } as const;
const newest = { order: 'NEWEST_FIRST' } as const;

describe('A page of a history of ten events', () => {
  it.each<[string, HistoryPageWanted, readonly number[]]>([
    ['the first three', { ...oldest, backwards: false }, [0, 1, 2]],
    ['the next three', { ...oldest, backwards: false, after: 2n }, [3, 4, 5]],
    ['what is left in front of a cursor', { ...oldest, backwards: false, after: 2n, before: 5n }, [3, 4]],
    ['the last three', { ...oldest, backwards: true }, [7, 8, 9]],
    ['the three before', { ...oldest, backwards: true, before: 7n }, [4, 5, 6]],
    ['nothing before the first', { ...oldest, backwards: true, before: 0n }, []],
    ['nothing behind the last', { ...oldest, backwards: false, after: 9n }, []],
    ['the newest three', { ...newest, backwards: false }, [9, 8, 7]],
    ['the three that are older', { ...newest, backwards: false, after: 7n }, [6, 5, 4]],
    ['what is left of the older ones', { ...newest, backwards: false, after: 7n, before: 4n }, [6, 5]],
    ['the oldest three, newest first', { ...newest, backwards: true }, [2, 1, 0]],
    ['the three that are newer', { ...newest, backwards: true, before: 2n }, [5, 4, 3]],
    ['nothing older than the first', { ...newest, backwards: false, after: 0n }, []],
  ])('is %s', (_, wanted, revisions) => {
    expect(pageOf(wanted, 3)).toEqual(revisions);
  });
});

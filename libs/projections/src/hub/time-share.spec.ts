import { TimeShare } from './time-share.engine.js';

/** A process in which others work for so many milliseconds in each turn; the last number holds from there on. */
function processWith(...turns: number[]) {
  let now = 0;
  const seen: number[] = [];
  const nextTurn = (): Promise<void> => {
    const took = turns.length > 1 ? turns.shift()! : turns[0]!;
    seen.push(took);
    now += took;
    return Promise.resolve();
  };
  const share = new TimeShare(() => now, nextTurn);
  const work = async (milliseconds: number): Promise<void> => {
    const since = now;
    now += milliseconds;
    await share.giveWay(since);
  };
  return { share, seen, work };
}

describe('time shared with others', () => {
  it('goes on at once when nobody else has anything to do', async () => {
    const { seen, share, work } = processWith(0);
    for (let piece = 0; piece < 100; piece += 1) await work(2);
    expect(seen).toHaveLength(100);
    expect(share.isSmall()).toBe(false);
  });

  it('waits until the others have done all there is', async () => {
    const { seen, work } = processWith(0, 5, 8, 3, 0.4, 9);
    await work(2);
    await work(2);
    expect(seen).toEqual([0, 5, 8, 3, 0.4]);
  });

  it('goes on after a while when they never have', async () => {
    const { seen, share, work } = processWith(6);
    const pieces = 200;
    for (let piece = 0; piece < pieces; piece += 1) await work(2);
    expect(share.isSmall()).toBe(true);
    const others = seen.length * 6;
    // A tenth of the time, as near as whole turns allow.
    expect(others / (pieces * 2)).toBeGreaterThan(8);
    expect(others / (pieces * 2)).toBeLessThan(12);
  });

  it('has enough again soon after the others have finished', async () => {
    const { share, work } = processWith(...Array.from({ length: 50 }, () => 40), 0);
    for (let piece = 0; piece < 20; piece += 1) await work(1);
    expect(share.isSmall()).toBe(true);
    for (let piece = 0; piece < 200; piece += 1) await work(1);
    expect(share.isSmall()).toBe(false);
  });

  it('does not wait for others who can wait as well', async () => {
    let now = 0;
    const turns: (() => void)[] = [];
    const share = new TimeShare(
      () => now,
      () => new Promise<void>((resolve) => turns.push(resolve)),
    );
    const pieces = { one: 0, other: 0 };
    const keepWorking = async (who: keyof typeof pieces): Promise<void> => {
      for (let since = now; ; since = await share.giveWay(since)) {
        pieces[who] += 1;
        now += 3;
      }
    };
    void keepWorking('one');
    void keepWorking('other');
    for (let turn = 0; turn < 30; turn += 1) {
      for (const resolve of turns.splice(0)) resolve();
      for (let breath = 0; breath < 10; breath += 1) await Promise.resolve();
    }
    expect(pieces).toEqual({ one: 31, other: 31 });
  });
});

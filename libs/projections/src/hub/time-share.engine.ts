import { setImmediate as eventLoop } from 'node:timers/promises';

/** A turn of the event loop in which others work for longer, in milliseconds, is not empty. */
const EMPTY_TURN_MS = 1;
/** Work that gets less of the process's time than this has waited for others long enough. */
const LEAST_SHARE = 0.1;
/** What is left of all that was counted before at each turn: some dozens count, so a burst is no change yet. */
const REMEMBERED = 0.95;

/**
 * The process's time between work that can wait, done in small pieces, and everybody else: the next piece has its turn when the
 * others have nothing to do, and now and then when they always have.
 */
export class TimeShare {
  private own = 0;
  private others = 0;
  /** All that work which can wait has taken, in milliseconds. */
  private worked = 0;

  /** `nextTurn` lets everybody else do what there is to do once. */
  constructor(
    private readonly now: () => number = () => performance.now(),
    private readonly nextTurn: () => Promise<unknown> = () => eventLoop(),
  ) {}

  /**
   * Called after each piece of work with the moment at which it began. Returns when it is time for the next, with the
   * moment at which that begins.
   */
  async giveWay(since: number): Promise<number> {
    let begin = this.now();
    this.worked += begin - since;
    this.own = this.own * REMEMBERED + (begin - since);
    this.others *= REMEMBERED;
    for (;;) {
      const workedBefore = this.worked;
      await this.nextTurn();
      const end = this.now();
      // Others who can wait give way as well: nobody has to wait for them.
      const others = Math.max(0, end - begin - (this.worked - workedBefore));
      this.others += others;
      begin = end;
      if (others <= EMPTY_TURN_MS || this.isSmall()) return end;
    }
  }

  /** Whether others leave so little that larger pieces of work are in order. */
  isSmall(): boolean {
    return this.own < LEAST_SHARE * (this.own + this.others);
  }
}

/** Code awaits something when it is loaded, and that takes too long. */
export class NotLoadedInTime extends Error {
  override readonly name = 'NotLoadedInTime';

  constructor(timeLimitMs: number) {
    super(
      `An \`await\` outside its functions has not ended after ${String(timeLimitMs / 1000)} s. Take it out: a projection knows only what ` +
        'events tell it.',
    );
  }
}

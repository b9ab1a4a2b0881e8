import cliProgress from 'cli-progress';

/** How far a long command is. */
export interface Progress {
  /** One more is done. */
  tick(): void;
  done(): void;
}

/** A bar on stderr for people; silent when nobody is looking, so that logs and scripts stay clean. */
export function progressBar(total: number, what: string): Progress {
  if (!process.stderr.isTTY || total === 0) return { tick: () => undefined, done: () => undefined };
  const bar = new cliProgress.SingleBar(
    { format: `${what} [{bar}] {value}/{total}`, hideCursor: true, stream: process.stderr },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { tick: () => bar.increment(), done: () => bar.stop() };
}

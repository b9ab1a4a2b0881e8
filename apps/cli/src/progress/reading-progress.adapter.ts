import type { Position } from '#event-sourcing';
import type { ReadingProgress } from './reading-progress.js';
import { progressText, shareOf } from './progress-text.js';

/** How often a line is written, in milliseconds: over itself on a terminal, below the last one in a log. */
const EVERY_MS = { terminal: 250, log: 10_000 };

/** Progress on stderr, for people at a terminal and for the logs of a job that nobody looks at. */
export function readingProgress(stream: NodeJS.WriteStream): ReadingProgress {
  const every = stream.isTTY ? EVERY_MS.terminal : EVERY_MS.log;
  let phase = '';
  let end: Position | number = '';
  let begun = { at: 0, share: 0 };
  let count = 0;
  let written = 0;
  const write = (now: number, inAll: number): void => {
    const share = { inAll, sinceStart: inAll - begun.share };
    const unit = typeof end === 'number' ? 'documents' : 'events';
    const line = progressText({ phase, count, unit, elapsedMs: now - begun.at, share });
    stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    written = now;
  };
  return {
    phase: (name, upTo) => {
      phase = name;
      end = upTo;
      begun = { at: Date.now(), share: -1 };
      count = 0;
      written = begun.at;
    },
    advance: (more, at = '') => {
      count += more;
      const inAll = typeof end === 'number' ? Math.min(1, count / end) : shareOf(at, end);
      if (begun.share < 0) begun = { ...begun, share: inAll };
      const now = Date.now();
      if (now - written >= every) write(now, inAll);
    },
    done: () => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}

import type { Position } from '#event-sourcing';

/** Is told how far the reading of a log is, or of so many documents. */
export interface ReadingProgress {
  /** `end`: where the log ends, or how many documents there are. */
  phase(name: string, end: Position | number): void;
  /** `at`: where the log has been read up to; of documents their number says it. */
  advance(more: number, at?: Position): void;
  done(): void;
}

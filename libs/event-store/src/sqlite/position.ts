import type { Position } from '#event-sourcing';

/** Digits of a position: every 64-bit number fits. */
const WIDTH = 20;

/** The position of the `number`-th event in the log, counted from 1; 0 is before the first. */
export function formatPosition(number: number): Position {
  return String(number).padStart(WIDTH, '0');
}

/** The number of a position, `undefined` when the text is none. */
export function parsePosition(position: Position): number | undefined {
  return /^\d{20}$/.test(position) ? Number(position) : undefined;
}

import type { Position } from '#event-sourcing';

/** How far a phase is. Times are in milliseconds. */
export interface CopyPace {
  readonly phase: string;
  /** So many of the unit are done. */
  readonly count: number;
  readonly unit: 'events' | 'documents';
  readonly elapsedMs: number;
  /** Part of them all that this phase has been through since it began, and in all; from 0 to 1. */
  readonly share: { readonly sinceStart: number; readonly inAll: number };
}

/** The leading digits that every position has: a number of events, or an offset in the server's log. */
const DIGITS = 20;

/** Which part of a log lies before a position, from 0 to 1: an estimate, because events differ in size. */
export function shareOf(at: Position, head: Position): number {
  const end = Number(head.slice(0, DIGITS));
  return end > 0 ? Math.min(1, Number(at.slice(0, DIGITS)) / end) : 1;
}

/** A line about it: `copying: 12,000 events, 43 %, 4,100/s, about 2 min left`. */
export function progressText({ phase, count, unit, elapsedMs, share }: CopyPace): string {
  const rate = elapsedMs > 0 ? Math.round((count * 1000) / elapsedMs) : 0;
  const parts = [
    `${phase}: ${grouped(count)} ${unit}`,
    `${String(Math.floor(share.inAll * 100))} %`,
    `${grouped(rate)}/s`,
  ];
  if (share.sinceStart > 0)
    parts.push(`about ${durationText((elapsedMs * (1 - share.inAll)) / share.sinceStart)} left`);
  return parts.join(', ');
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function durationText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

import type { CopyReport } from './copy-log.adapter.js';

/** The report for people: what was copied, and whether both logs are the same now. */
export function reportText(report: CopyReport): string {
  const { found, copied, events, streams, digest, chainBreaks, skipped, behind } = report;
  const lines = [
    `${String(copied)} events copied, ${String(found)} were there before.`,
    `Both logs hold the same ${String(events)} events in ${String(streams)} streams, in the same order: SHA-256 ${digest}`,
  ];
  for (const [category, count] of Object.entries(skipped))
    lines.push(`${String(count)} events in streams ${category}-… were skipped: they are not Accord's.`);
  if (chainBreaks.length > 0)
    lines.push(
      `The source was altered: ${String(chainBreaks.length)} breaks of its hash chains.`,
      ...chainBreaks.slice(0, 10),
    );
  if (behind) lines.push('The source has grown meanwhile. Stop what writes to it and run this again.');
  return lines.join('\n');
}

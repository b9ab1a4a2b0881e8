import type { ExplainedEvent, ExplainTarget } from '#analytics';

/** A value is cut after so many characters. */
const LONGEST_VALUE = 200;

/** What changed a document or a field of it, for people: a paragraph for each event, the oldest first. */
export function explanationText({ key, field }: ExplainTarget, events: readonly ExplainedEvent[]): string {
  const subject = field === undefined ? key : `"${field}" of ${key}`;
  const count = events.length === 1 ? '1 event' : `${String(events.length)} events`;
  return [`${subject} was changed by ${count}:`, ...events.map(eventText)].join('\n\n');
}

function eventText(event: ExplainedEvent): string {
  const { occurredOn, recordedAt, type, effect, actor, source, stream, revision, commandId, reason, changes } = event;
  const what = { CREATED: ' (begins)', CHANGED: '', REMOVED: ' (ends)' }[effect];
  return [
    `${occurredOn}  ${type}${what}, recorded ${recordedAt} by ${actor.userId} (${actor.roles.join(', ')}) via ${source}`,
    `    ${stream} revision ${revision}, command ${commandId}`,
    ...(reason === undefined ? [] : [`    reason: ${reason}`]),
    ...changes.map(({ path, before, after }) => `    ${path}: ${valueText(before)} → ${valueText(after)}`),
  ].join('\n');
}

function valueText(value: unknown): string {
  if (value === undefined) return '(none)';
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { ProgrammeEvent } from '../../../domain/events.js';
import { existingProgramme } from '../../../domain/existing-programme.js';
import type { ProgrammeContent, ProgrammeVersion } from '../../../domain/programme-version.js';
import type { ProgrammeRejectionCode } from '../../../domain/rejections.js';
import type { ProgrammeState } from '../../../domain/state.js';

/** Replaces the content of the draft; the category is fixed when the programme is begun (I-07). */
export interface ReviseDraft extends Omit<ProgrammeContent, 'category'> {
  readonly occurredOn?: CalendarDate;
}

/**
 * Gives the draft a new content; after a version was published, this begins the draft of the next one, because a published
 * version never changes (domain.md 2.5). `NOT_FOUND`. The same content again changes nothing.
 */
export function reviseDraft(
  command: ReviseDraft,
  state: ProgrammeState,
  context: DecisionContext,
): Decision<ProgrammeEvent, ProgrammeRejectionCode> {
  const { occurredOn = context.today, ...content } = command;
  const found = existingProgramme(state, occurredOn);
  if ('refusal' in found) return found.refusal;
  const { programmeId, category, draft, published } = found.programme;
  const { name, effectiveFrom, tiers, requirements, rules } = content;
  const version = published.length + 1;
  const next: ProgrammeVersion = { programmeId, version, category, name, effectiveFrom, tiers, requirements, rules };
  if (draft !== undefined && isSame(next, draft)) return accepted();
  return accepted({ type: 'ProgrammeDraftRevised', occurredOn, data: next });
}

/** Equal whatever the order of the fields; the order of tiers and requirements counts. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) =>
        Object.hasOwn(other, name) &&
        isSame((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}

import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';
import type { ProgrammeRejectionCode } from './rejections.js';
import type { Programme, ProgrammeState } from './state.js';

/** The programme a command is about, or why it cannot be: `NOT_FOUND`, or a date before its first draft (I-18). */
export function existingProgramme(
  { programme }: ProgrammeState,
  occurredOn: CalendarDate,
): { readonly programme: Programme } | { readonly refusal: Rejected<ProgrammeRejectionCode> } {
  if (programme === undefined)
    return { refusal: rejected('NOT_FOUND', 'There is no programme with this id. Use DraftProgramme.') };
  const { draftedOn } = programme;
  if (occurredOn >= draftedOn) return { programme };
  const message = `occurredOn: ${occurredOn} lies before the first draft. Give a date from ${draftedOn} on.`;
  return {
    refusal: rejected('VALIDATION_FAILED', message, {
      details: [{ code: 'BEFORE_OPENING', path: 'occurredOn', message }],
    }),
  };
}

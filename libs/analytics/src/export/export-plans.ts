import type { Disclosure } from '#event-fields';
import type { EventDefinition } from '#event-sourcing';
import type { EventChapter } from '../catalogue/event-chapter.js';
import { eventFields, type JsonSchema } from '../catalogue/event-field.js';
import type { ExportPlan } from './pseudonymise.js';

/** What an export does with the events of each type, as their schemas say. */
export function exportPlans(
  chapters: readonly EventChapter[],
  schemaOf: (definition: EventDefinition) => JsonSchema,
): ReadonlyMap<string, ExportPlan> {
  const plans = new Map<string, ExportPlan>();
  for (const { streams, streamIds, definitions } of chapters)
    for (const [type, definition] of Object.entries(definitions)) {
      const fields = new Map<string, Disclosure>();
      for (const { path, disclosure } of eventFields(schemaOf(definition)))
        if (disclosure !== undefined) fields.set(path, disclosure);
      plans.set(type, { streams, streamIds, fields });
    }
  return plans;
}

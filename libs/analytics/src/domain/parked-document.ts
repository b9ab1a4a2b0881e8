import { rejected, type Rejected } from '#event-sourcing';
import { type ParkedFact, type ProjectionFacts, refuseUnknown } from './projection-facts.js';
import type { ProjectionRejectionCode } from './rejections.js';

/** The parked document that a command is about, or why it cannot be: `NOT_FOUND`, `NOT_PARKED`. */
export function parkedDocument(
  key: string,
  facts: ProjectionFacts,
): { readonly parked: ParkedFact } | { readonly refusal: Rejected<ProjectionRejectionCode> } {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined) return { refusal };
  const { name, parked } = facts;
  if (parked !== undefined) return { parked };
  return {
    refusal: rejected(
      'NOT_PARKED',
      `Document "${key}" of "${name}" is not parked. Ask for \`parkedDocuments\` to see those that are.`,
    ),
  };
}

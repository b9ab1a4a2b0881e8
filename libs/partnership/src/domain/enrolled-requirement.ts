import { type Rejected, rejected } from '#event-sourcing';
import type { ProgrammeVersionFacts, Requirement } from '#programme/domain';

/** What evidence and waivers need of the programme: `undefined` while the partnership is not enrolled. */
export interface RequirementFacts {
  readonly programme: ProgrammeVersionFacts | undefined;
}

/** The requirement of the enrolled programme version with a key; `undefined` when there is none. */
export function requirementOf({ programme }: RequirementFacts, key: string): Requirement | undefined {
  return programme?.version.requirements.find((requirement) => requirement.key === key);
}

/** `REQUIREMENT_UNKNOWN` with the keys there are. */
export function requirementUnknown({ programme }: RequirementFacts, key: string): Rejected<'REQUIREMENT_UNKNOWN'> {
  const keys = programme?.version.requirements.map((requirement) => requirement.key).join(', ');
  const message =
    keys === undefined
      ? 'The partnership is not enrolled in a programme version, so it has no requirements: use BeginOnboarding.'
      : `key: the programme version has no requirement ${key}: choose one of ${keys}.`;
  return rejected('REQUIREMENT_UNKNOWN', message, { details: [{ code: 'REQUIREMENT_UNKNOWN', message, path: 'key' }] });
}

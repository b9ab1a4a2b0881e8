import type { Evidence, Waiver } from '../requirement-status.js';
import type { ChapterFold } from './chapter-fold.js';

/** What decisions need to know of: evidence and waivers for the requirements of the programme. */
export interface RequirementsState {
  /** By evidence id. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly waivers: readonly Waiver[];
}

export const initialRequirements: RequirementsState = { evidence: {}, waivers: [] };

export const foldRequirements = {
  RequirementEvidenceRecorded: (state, { data: { fileRef: _, ...evidence } }) => ({
    ...state,
    evidence: { ...state.evidence, [evidence.evidenceId]: evidence },
  }),
  RequirementEvidenceRevoked: (state, { data }) => {
    const evidence = evidenceOf(state, data.evidenceId);
    if (evidence === undefined) return state;
    return { ...state, evidence: { ...state.evidence, [data.evidenceId]: { ...evidence, revokedFrom: data.from } } };
  },
  RequirementWaived: (state, { data, occurredOn }) => ({
    ...state,
    waivers: [...state.waivers, { requirementKey: data.requirementKey, from: occurredOn, until: data.until }],
  }),
} satisfies ChapterFold<RequirementsState>;

/** The evidence with an id; `undefined` when the partnership has none. */
export function evidenceOf(state: RequirementsState, evidenceId: string): Evidence | undefined {
  return Object.hasOwn(state.evidence, evidenceId) ? state.evidence[evidenceId] : undefined;
}

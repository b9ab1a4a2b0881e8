import type { ChapterFold } from './chapter-fold.js';

/** What decisions need to know of: what the partnership brings: deals, projects, references. */
export interface ResultsState {
  /** The result that was recorded under each external reference. */
  readonly idByExternalRef: Readonly<Record<string, string>>;
}

export const initialResults: ResultsState = { idByExternalRef: {} };

export const foldResults = {
  BusinessResultRecorded: (state, { data }) =>
    data.externalRef === undefined
      ? state
      : { idByExternalRef: { ...state.idByExternalRef, [data.externalRef]: data.resultId } },
} satisfies ChapterFold<ResultsState>;

/** The result recorded under an external reference; `undefined` when there is none. */
export function resultWithExternalRef(state: ResultsState, externalRef: string): string | undefined {
  return Object.hasOwn(state.idByExternalRef, externalRef) ? state.idByExternalRef[externalRef] : undefined;
}

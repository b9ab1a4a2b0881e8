import type { PartnershipEvent, PartnershipEventNamed } from '../events.js';

/** How one chapter of the state changes: a pure function for each event that concerns it. */
export type ChapterFold<State> = {
  readonly [Type in PartnershipEvent['type']]?: (state: State, event: PartnershipEventNamed<Type>) => State;
};

import type { PartnershipEvent } from './events.js';
import { foldActions, initialActions, type ActionsState } from './state/actions.js';
import { foldAgreement, initialAgreement, type AgreementState } from './state/agreement.js';
import { foldCommunication, initialCommunication, type CommunicationState } from './state/communication.js';
import { foldLifecycle, initialLifecycle, type LifecycleState } from './state/lifecycle.js';
import { foldPeople, initialPeople, type PeopleState } from './state/people.js';
import { foldRequirements, initialRequirements, type RequirementsState } from './state/requirements.js';
import { foldResults, initialResults, type ResultsState } from './state/results.js';
import { foldReviews, initialReviews, type ReviewsState } from './state/reviews.js';
import { foldTermination, initialTermination, type TerminationState } from './state/termination.js';
import { foldWindDown, initialWindDown, type WindDownState } from './state/wind-down.js';

/** What the decisions of a partnership know, chapter by chapter. */
export interface PartnershipState {
  readonly lifecycle: LifecycleState;
  readonly people: PeopleState;
  readonly agreement: AgreementState;
  readonly requirements: RequirementsState;
  readonly reviews: ReviewsState;
  readonly actions: ActionsState;
  readonly communication: CommunicationState;
  readonly results: ResultsState;
  readonly termination: TerminationState;
  readonly windDown: WindDownState;
}

/** A partnership that does not exist yet. */
export const initialPartnership: PartnershipState = {
  lifecycle: initialLifecycle,
  people: initialPeople,
  agreement: initialAgreement,
  requirements: initialRequirements,
  reviews: initialReviews,
  actions: initialActions,
  communication: initialCommunication,
  results: initialResults,
  termination: initialTermination,
  windDown: initialWindDown,
};

const chapters = {
  lifecycle: foldLifecycle,
  people: foldPeople,
  agreement: foldAgreement,
  requirements: foldRequirements,
  reviews: foldReviews,
  actions: foldActions,
  communication: foldCommunication,
  results: foldResults,
  termination: foldTermination,
  windDown: foldWindDown,
};

type Handled = { [Chapter in keyof typeof chapters]: keyof (typeof chapters)[Chapter] }[keyof typeof chapters];
type Forgotten = Exclude<PartnershipEvent['type'], Handled>;
type NothingForgotten = [Forgotten] extends [never] ? object : Forgotten;

type AnyFold = Readonly<Record<string, ((chapter: unknown, event: PartnershipEvent) => unknown) | undefined>>;
/** Does not compile while an event is folded by no chapter. */
const complete: NothingForgotten = chapters;
const folds = Object.entries(complete) as unknown as readonly (readonly [keyof PartnershipState, AnyFold])[];

/** The partnership after an event. Events concern one chapter or several; the others stay the same object. */
export function evolvePartnership(state: PartnershipState, event: PartnershipEvent): PartnershipState {
  let next: PartnershipState = state;
  for (const [chapter, fold] of folds) {
    const evolve = fold[event.type];
    if (evolve !== undefined) next = { ...next, [chapter]: evolve(state[chapter], event) };
  }
  return next;
}

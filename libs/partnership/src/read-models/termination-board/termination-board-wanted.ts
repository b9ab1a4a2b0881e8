import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { allOf, type Filter } from '#document-store';
import type { TerminationBoardState } from '../../domain/termination-board-states.js';
import type { TerminationCase } from './termination-case.js';

/** Which cases are wanted; what is absent does not matter. */
export interface TerminationBoardWanted {
  /** Absent: what is still under way; with a `partnershipId`, any. */
  readonly state?: readonly TerminationBoardState[];
  readonly proposingSide?: Side;
  /** Only proposals whose last day for an answer lies before this day. */
  readonly answerDueBefore?: CalendarDate;
  readonly partnershipId?: string;
}

const underWay: readonly TerminationBoardState[] = ['PROPOSED', 'WINDING_DOWN'];

/** The filter for what is wanted. */
export function terminationBoardFilter(wanted: TerminationBoardWanted): Filter<TerminationCase> {
  const { state, proposingSide, answerDueBefore, partnershipId } = wanted;
  const states = state ?? (partnershipId === undefined ? underWay : undefined);
  return allOf<TerminationCase>(
    states === undefined ? undefined : { state: { $in: states } },
    proposingSide === undefined ? undefined : { 'proposal.proposingSide': proposingSide },
    answerDueBefore === undefined ? undefined : { 'proposal.acceptBy': { $lt: answerDueBefore } },
    partnershipId === undefined ? undefined : { _id: partnershipId },
  );
}

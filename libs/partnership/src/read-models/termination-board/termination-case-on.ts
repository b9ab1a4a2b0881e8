import { type CalendarDate, daysBetween } from '#calendar';
import type { BoardItem } from './board-item.js';
import type { TerminationCase } from './termination-case.js';

/** A case as it reads on a day: how long there is for an answer, and by whom, and how late the items are. */
export function terminationCaseOn(entry: TerminationCase, today: CalendarDate): TerminationCase {
  const { proposal, items } = entry;
  return {
    ...entry,
    ...(proposal === undefined
      ? {}
      : {
          daysToAnswer: daysBetween(today, proposal.acceptBy),
          answerDueFrom: proposal.proposingSide === 'OWN' ? 'PARTNER' : 'OWN',
        }),
    items: items.map((item) => ({ ...item, overdueDays: overdueDays(item, today) })),
  };
}

function overdueDays({ status, dueOn }: BoardItem, today: CalendarDate): number {
  return status === 'PENDING' && dueOn < today ? daysBetween(dueOn, today) : 0;
}

import { type CalendarDate, daysBetween } from '#calendar';
import type { Side } from '#directory/domain';
import { type ActivationFacts, activationGuard } from '../../domain/activation-guard.js';
import { AGREEMENT_REQUIREMENT_KEY } from '../../domain/requirement-status.js';
import { guardedStateOf } from './onboarding-board.js';
import type { MissingPrecondition, OnboardingRow } from './onboarding-row.js';

const REQUIREMENT_UNMET = 'REQUIREMENT_UNMET:';

/** The row as it stands on a day: what is missing for activation, and for how long onboarding has been going on. */
export function rowOn(row: OnboardingRow, facts: ActivationFacts, date: CalendarDate): OnboardingRow {
  return {
    ...row,
    missing: missingPreconditions(row, facts, date),
    ...(row.begunOn === undefined ? {} : { stalledDays: daysBetween(row.begunOn, date) }),
  };
}

/** Every precondition of activation that does not hold on a day (domain.md 2.3, G-ACT), in the order of the guard. */
function missingPreconditions(
  row: OnboardingRow,
  facts: ActivationFacts,
  date: CalendarDate,
): readonly MissingPrecondition[] {
  return activationGuard(guardedStateOf(row), facts, date)
    .filter(({ ok }) => !ok)
    .map(({ code, basis }) => {
      const side = sideInTurn(code);
      return { code, ...(side === undefined ? {} : { side }), message: basis };
    });
}

/** Whose turn it is: manager and enrolment are the own side's, what a programme demands is the partner's. */
function sideInTurn(code: string): Side | undefined {
  if (code === `${REQUIREMENT_UNMET}${AGREEMENT_REQUIREMENT_KEY}`) return undefined;
  if (code.startsWith(REQUIREMENT_UNMET)) return 'PARTNER';
  switch (code) {
    case 'CONTACT_MISSING_OWN':
    case 'PARTNER_MANAGER_MISSING':
    case 'PROGRAMME_NOT_ENROLLED':
      return 'OWN';
    case 'CONTACT_MISSING_PARTNER':
      return 'PARTNER';
    default:
      return undefined;
  }
}

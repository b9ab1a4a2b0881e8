import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { CompanyNames, type ManagerFacts, type PersonFacts, sides } from '#directory';
import type { ProgrammeVersionFacts } from '#programme';
import type { ActivationFacts, GuardedState } from '../../domain/activation-guard.js';
import { partnerManagerOn, responsibleContactOn } from '../../domain/state/people.js';
import { PartnershipFacts } from '../../partnership-facts.adapter.js';
import { rowOn } from './missing-preconditions.js';
import { guardedStateOf } from './onboarding-board.js';
import type { OnboardingRow } from './onboarding-row.js';

/** What the rows of a page rest on in other streams, each thing fetched once. */
interface PageFacts {
  readonly persons: Readonly<Record<string, PersonFacts>>;
  readonly managers: Readonly<Record<string, ManagerFacts>>;
  readonly programmes: ReadonlyMap<string, ProgrammeVersionFacts | undefined>;
}

/** Says what is missing for each row, and joins the companies' names: a page at a time. */
@Injectable()
export class OnboardingPresenter {
  constructor(
    @Inject(PartnershipFacts) private readonly facts: PartnershipFacts,
    @Inject(CompanyNames) private readonly companies: CompanyNames,
  ) {}

  async present(rows: readonly OnboardingRow[], today: CalendarDate): Promise<readonly OnboardingRow[]> {
    const [names, facts] = await Promise.all([
      this.companies.byId([...new Set(rows.map(({ companyId }) => companyId))]),
      this.factsOf(rows.map(guardedStateOf), today),
    ]);
    return rows.map((row) => {
      const companyName = names.get(row.companyId);
      const current = rowOn(row, factsFor(guardedStateOf(row), facts, today), today);
      return companyName === undefined ? current : { ...current, companyName };
    });
  }

  private async factsOf(states: readonly GuardedState[], today: CalendarDate): Promise<PageFacts> {
    const [persons, managers, programmes] = await Promise.all([
      this.facts.persons(
        states
          .flatMap(({ people }) => sides.map((side) => responsibleContactOn(people, side, today)))
          .filter((personId) => personId !== undefined),
      ),
      this.facts.managers(states.flatMap(({ people }) => partnerManagerOn(people, today) ?? [])),
      this.programmesOf(states),
    ]);
    return { persons, managers, programmes };
  }

  private async programmesOf(states: readonly GuardedState[]): Promise<PageFacts['programmes']> {
    const enrolled = new Map(states.map((state) => [enrolmentKey(state), state]));
    return new Map(
      await Promise.all(
        [...enrolled].map(async ([key, state]) => [key, await this.facts.enrolledProgramme(state)] as const),
      ),
    );
  }
}

function factsFor(state: GuardedState, page: PageFacts, today: CalendarDate): ActivationFacts {
  const managerId = partnerManagerOn(state.people, today);
  return {
    persons: page.persons,
    manager: managerId === undefined ? undefined : page.managers[managerId],
    programme: page.programmes.get(enrolmentKey(state)),
  };
}

function enrolmentKey({ lifecycle: { enrolment } }: GuardedState): string {
  return enrolment === undefined ? '' : `${enrolment.programmeId}/${String(enrolment.programmeVersion)}`;
}

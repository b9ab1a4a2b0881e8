import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '#calendar';
import { PersonNames } from '#directory';
import { allOf, type Sort } from '#document-store';
import { CLOCK, type Clock } from '#event-sourcing';
import { type Page, type PageArgs, pageOf, servedDocuments } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import { PartnershipCompanies } from '../../partnership-companies.query.js';
import { visibleTo } from '../../visible-to.js';
import type { BoardConsent } from './board-consent.js';
import { terminationBoardFilter, type TerminationBoardWanted } from './termination-board-wanted.js';
import { terminationBoard } from './termination-board.js';
import type { TerminationCase } from './termination-case.js';
import { terminationCaseOn } from './termination-case-on.js';

/** "Whose answer is outstanding, until when?": a page of what is under way in the partnerships the actor may see. */
export class TerminationBoardQuery extends Query<Page<TerminationCase>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: TerminationBoardWanted,
    readonly sort: Sort<TerminationCase>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

/** Joins names to cases and says what today makes of them: a page at a time. */
@Injectable()
export class TerminationBoardPresenter {
  constructor(
    @Inject(PartnershipCompanies) private readonly companies: PartnershipCompanies,
    @Inject(PersonNames) private readonly persons: PersonNames,
  ) {}

  async present(
    rows: readonly TerminationCase[],
    actor: Actor,
    today: CalendarDate,
  ): Promise<readonly TerminationCase[]> {
    const consents = rows.flatMap(({ consentOwn, consentPartner }) => [consentOwn, consentPartner]);
    const personIds = consents.flatMap((consent) => consent?.personId ?? []);
    const [joined, names] = await Promise.all([this.companies.join(rows), this.persons.byId(personIds, actor)]);
    return joined.map((row) => ({
      ...terminationCaseOn(row, today),
      ...(row.consentOwn === undefined ? {} : { consentOwn: named(row.consentOwn, names) }),
      ...(row.consentPartner === undefined ? {} : { consentPartner: named(row.consentPartner, names) }),
    }));
  }
}

@QueryHandler(TerminationBoardQuery)
export class TerminationBoardHandler implements IQueryHandler<TerminationBoardQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(TerminationBoardPresenter) private readonly presenter: TerminationBoardPresenter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ actor, wanted, sort, page }: TerminationBoardQuery): Promise<Page<TerminationCase>> {
    const { today } = this.clock.now();
    const filter = allOf<TerminationCase>(visibleTo(actor), terminationBoardFilter(wanted));
    return pageOf(servedDocuments(this.engine, terminationBoard), { filter, sort, page }, (rows) =>
      this.presenter.present(rows, actor, today),
    );
  }
}

function named(consent: BoardConsent, names: ReadonlyMap<string, string>): BoardConsent {
  const personName = names.get(consent.personId);
  return personName === undefined ? consent : { ...consent, personName };
}

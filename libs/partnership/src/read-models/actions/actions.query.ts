import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '#calendar';
import { PersonNames, TEXT_VAULT, type TextVault } from '#directory';
import { allOf, type Sort } from '#document-store';
import { CLOCK, type Clock } from '#event-sourcing';
import { type Page, type PageArgs, pageOf, servedDocuments } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import { ManagedPartnerships } from '../../managed-partnerships.query.js';
import { PartnershipCompanies } from '../../partnership-companies.query.js';
import { visibleTo } from '../../visible-to.js';
import { type ActionsWanted, actionsFilter } from './actions-wanted.js';
import { actions } from './actions.js';
import { actionOverdueDays, type AgreedAction } from './agreed-action.js';

/** "What did they promise?": a page of the actions of the partnerships the actor may see. */
export class ActionsQuery extends Query<Page<AgreedAction>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: ActionsWanted & { readonly managerId?: string },
    readonly sort: Sort<AgreedAction>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

/** Opens the texts of actions, joins names, and says how long they are overdue: a page at a time. */
@Injectable()
export class ActionPresenter {
  constructor(
    @Inject(PartnershipCompanies) private readonly companies: PartnershipCompanies,
    @Inject(PersonNames) private readonly persons: PersonNames,
    @Inject(TEXT_VAULT) private readonly texts: TextVault,
  ) {}

  async present(rows: readonly AgreedAction[], actor: Actor, today: CalendarDate): Promise<readonly AgreedAction[]> {
    const [joined, names, texts] = await Promise.all([
      this.companies.join(rows),
      this.persons.byId(
        rows.map(({ ownerPersonId }) => ownerPersonId),
        actor,
      ),
      this.texts.open(rows.map(({ sealedText }) => sealedText)),
    ]);
    return joined.map((action, index) => {
      const text = texts[index];
      const ownerName = names.get(action.ownerPersonId);
      return {
        ...action,
        ...(text === undefined ? {} : { text }),
        ...(ownerName === undefined ? {} : { ownerName }),
        overdueDays: actionOverdueDays(action, today),
      };
    });
  }
}

@QueryHandler(ActionsQuery)
export class ActionsHandler implements IQueryHandler<ActionsQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ManagedPartnerships) private readonly managed: ManagedPartnerships,
    @Inject(ActionPresenter) private readonly presenter: ActionPresenter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, wanted, sort, page }: ActionsQuery): Promise<Page<AgreedAction>> {
    const { today } = this.clock.now();
    const { managerId, ...rest } = wanted;
    const ofManager =
      managerId === undefined ? undefined : { partnershipId: { $in: await this.managed.openIdsOf(managerId) } };
    const filter = allOf<AgreedAction>(visibleTo(actor, 'partnershipId'), ofManager, actionsFilter(rest, today));
    return pageOf(servedDocuments(this.engine, actions), { filter, sort, page }, (rows) =>
      this.presenter.present(rows, actor, today),
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { PersonNames, TEXT_VAULT, type TextVault } from '#directory';
import { allOf, type Sort } from '#document-store';
import { type Page, type PageArgs, pageOf, servedDocuments } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import type { CommunicationEntry, CommunicationParticipant } from './communication-entry.js';
import { communicationTimeline } from './communication-timeline.js';
import { communicationFilter, communicationVisibleTo, type CommunicationWanted } from './communication-wanted.js';

/** "When did we last really talk?": a page of a partnership's exchanges that the actor may see. */
export class CommunicationTimelineQuery extends Query<Page<CommunicationEntry>> {
  constructor(
    readonly actor: Actor,
    readonly partnershipId: string,
    readonly wanted: CommunicationWanted,
    readonly sort: Sort<CommunicationEntry>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

/** Opens the summaries of exchanges and joins names: a page at a time. */
@Injectable()
export class CommunicationPresenter {
  constructor(
    @Inject(PersonNames) private readonly persons: PersonNames,
    @Inject(TEXT_VAULT) private readonly texts: TextVault,
  ) {}

  async present(rows: readonly CommunicationEntry[], actor: Actor): Promise<readonly CommunicationEntry[]> {
    const personIds = rows.flatMap(({ participants }) => participants.map(({ personId }) => personId));
    const [names, summaries] = await Promise.all([
      this.persons.byId(personIds, actor),
      this.texts.open(rows.map(({ sealedSummary }) => sealedSummary)),
    ]);
    return rows.map((entry, index) => {
      const summary = summaries[index];
      return {
        ...entry,
        participants: entry.participants.map((person) => withName(person, names)),
        ...(summary === undefined ? {} : { summary }),
      };
    });
  }
}

@QueryHandler(CommunicationTimelineQuery)
export class CommunicationTimelineHandler implements IQueryHandler<CommunicationTimelineQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(CommunicationPresenter) private readonly presenter: CommunicationPresenter,
  ) {}

  execute({ actor, partnershipId, wanted, sort, page }: CommunicationTimelineQuery): Promise<Page<CommunicationEntry>> {
    const filter = allOf<CommunicationEntry>(communicationVisibleTo(actor), communicationFilter(partnershipId, wanted));
    return pageOf(servedDocuments(this.engine, communicationTimeline), { filter, sort, page }, (rows) =>
      this.presenter.present(rows, actor),
    );
  }
}

function withName(person: CommunicationParticipant, names: ReadonlyMap<string, string>): CommunicationParticipant {
  const name = names.get(person.personId);
  return name === undefined ? person : { ...person, name };
}

import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Filter, Sort } from '#document-store';
import { type Page, type PageArgs, pageOf } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import type { ContactPerson } from './contact-person.js';
import { ContactPersonPresenter } from './person-names.query.js';
import { contactPersons } from './contact-persons.js';

/** "Whom do we know?" */
export class ContactPersonsQuery extends Query<Page<ContactPerson>> {
  constructor(
    readonly actor: Actor,
    readonly filter: Filter<ContactPerson>,
    readonly sort: Sort<ContactPerson>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(ContactPersonsQuery)
export class ContactPersonsHandler implements IQueryHandler<ContactPersonsQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ContactPersonPresenter) private readonly presenter: ContactPersonPresenter,
  ) {}

  execute({ actor, filter, sort, page }: ContactPersonsQuery): Promise<Page<ContactPerson>> {
    return pageOf(this.engine.collection(contactPersons), { filter, sort, page }, (persons) =>
      this.presenter.present(persons, actor),
    );
  }
}

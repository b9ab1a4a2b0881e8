import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { PersonNames } from '#directory';
import { allOf, type Sort } from '#document-store';
import { CLOCK, type Clock } from '#event-sourcing';
import { askedDocuments, type Page, type PageArgs, pageOf } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import { PartnershipCompanies } from '../../partnership-companies.query.js';
import { visibleTo } from '../../visible-to.js';
import type { ContactAssignment } from './contact-assignment.js';
import { contactDirectory } from './contact-directory.js';
import { contactsFilter, type ContactsWanted } from './contacts-wanted.js';

/** "Who is responsible where, since when?": a page of the times of duty in the partnerships the actor may see. */
export class ContactDirectoryQuery extends Query<Page<ContactAssignment>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: ContactsWanted,
    readonly sort: Sort<ContactAssignment>,
    readonly page: PageArgs,
    /** As it was known then. */
    readonly knownAt?: string | null,
  ) {
    super();
  }
}

/** Joins companies and the names that the asker may see to times of duty, a page at a time. */
@Injectable()
export class ContactPresenter {
  constructor(
    @Inject(PartnershipCompanies) private readonly companies: PartnershipCompanies,
    @Inject(PersonNames) private readonly persons: PersonNames,
  ) {}

  async present(rows: readonly ContactAssignment[], actor: Actor): Promise<readonly ContactAssignment[]> {
    const [joined, names] = await Promise.all([
      this.companies.join(rows),
      this.persons.byId([...new Set(rows.map(({ personId }) => personId))], actor),
    ]);
    return joined.map((row) => {
      const name = names.get(row.personId);
      return name === undefined ? row : { ...row, name };
    });
  }
}

@QueryHandler(ContactDirectoryQuery)
export class ContactDirectoryHandler implements IQueryHandler<ContactDirectoryQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ContactPresenter) private readonly presenter: ContactPresenter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, wanted, sort, page, knownAt }: ContactDirectoryQuery): Promise<Page<ContactAssignment>> {
    const filter = allOf<ContactAssignment>(visibleTo(actor, 'partnershipId'), contactsFilter(wanted));
    const asked = askedDocuments(this.engine, contactDirectory, knownAt, this.clock);
    return pageOf(asked, { filter, sort, page }, (rows) => this.presenter.present(rows, actor));
  }
}

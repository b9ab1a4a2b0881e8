import { Inject, Injectable } from '@nestjs/common';
import type { Presenter } from '#graphql';
import { type Actor, maySeeNames } from '#identity';
import { ProjectionEngine } from '#projections';
import { PERSON_VAULT, type PersonVault } from '../../vault/person-vault.js';
import type { ContactPerson } from './contact-person.js';
import { contactPersons } from './contact-persons.js';

/** The labels of persons: joined to whatever names a person by its id. */
@Injectable()
export class PersonNames {
  constructor(
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
  ) {}

  /**
   * What stands for each person: the name; "erased person prs_…" after an erasure (domain.md 2.10); only the id for
   * analysts, who work on pseudonyms.
   */
  async byId(personIds: Iterable<string>, actor: Actor): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(personIds)];
    if (!maySeeNames(actor)) return new Map(ids.map((id) => [id, id]));
    const [records, known] = await Promise.all([
      this.vault.getMany(ids),
      this.engine.collection(contactPersons).getMany(ids),
    ]);
    return new Map(
      ids.map((id) => {
        const erased = known.get(id)?.document?.erased === true;
        return [id, erased ? `erased person ${id}` : (records.get(id)?.name ?? id)];
      }),
    );
  }
}

/** Joins the personal data that the actor may see to contact persons. */
@Injectable()
export class ContactPersonPresenter implements Presenter<ContactPerson> {
  constructor(@Inject(PERSON_VAULT) private readonly vault: PersonVault) {}

  async present(persons: readonly ContactPerson[], actor: Actor): Promise<readonly ContactPerson[]> {
    if (!maySeeNames(actor)) return persons;
    const records = await this.vault.getMany(persons.map(({ id }) => id));
    return persons.map((person) => {
      if (person.erased) return { ...person, name: `erased person ${person.id}` };
      const { personId: _id, companyId: _company, ...data } = records.get(person.id) ?? { personId: person.id };
      return { ...person, ...data };
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Presenter } from '#graphql';
import { type Actor, maySeeNames } from '#identity';
import { ProjectionEngine } from '#projections';
import { PORTFOLIOS, type Portfolios } from '../../portfolios.js';
import { PERSON_VAULT, type PersonVault } from '../../vault/person-vault.js';
import type { ContactPerson } from './contact-person.js';
import { contactPersons } from './contact-persons.js';
import { erasedLabel } from './erased-label.js';

/** The labels of persons: joined to whatever names a person by its id. */
@Injectable()
export class PersonNames {
  constructor(
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(PORTFOLIOS) private readonly portfolios: Portfolios,
  ) {}

  /**
   * What stands for each person: the name; "erased person prs_… (partner side, …)" after an erasure (domain.md 2.10); only the id for
   * analysts, who work on pseudonyms.
   */
  async byId(personIds: Iterable<string>, actor: Actor): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(personIds)];
    if (!maySeeNames(actor)) return new Map(ids.map((id) => [id, id]));
    const [records, known] = await Promise.all([
      this.vault.getMany(ids),
      this.engine.collection(contactPersons).getMany(ids),
    ]);
    const erased = await erasedLabels(
      [...known.values()].map(({ document }) => document),
      this.portfolios,
    );
    return new Map(ids.map((id) => [id, erased.get(id) ?? records.get(id)?.name ?? id]));
  }
}

/** Joins the personal data that the actor may see to contact persons. */
@Injectable()
export class ContactPersonPresenter implements Presenter<ContactPerson> {
  constructor(
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(PORTFOLIOS) private readonly portfolios: Portfolios,
  ) {}

  async present(persons: readonly ContactPerson[], actor: Actor): Promise<readonly ContactPerson[]> {
    if (!maySeeNames(actor)) return persons;
    const [records, labels] = await Promise.all([
      this.vault.getMany(persons.map(({ id }) => id)),
      erasedLabels(persons, this.portfolios),
    ]);
    return persons.map((person) => {
      const label = labels.get(person.id);
      if (label !== undefined) return { ...person, name: label };
      const { personId: _id, companyId: _company, ...data } = records.get(person.id) ?? { personId: person.id };
      return { ...person, ...data };
    });
  }
}

/** The labels of those among the persons who were forgotten, by id. */
async function erasedLabels(
  persons: readonly (ContactPerson | undefined)[],
  portfolios: Portfolios,
): Promise<ReadonlyMap<string, string>> {
  const erased = persons.filter((person) => person?.erased === true).filter((person) => person !== undefined);
  if (erased.length === 0) return new Map();
  const duties = await portfolios.dutiesOf(erased.map(({ id }) => id));
  return new Map(erased.map(({ id, side }) => [id, erasedLabel(id, side, duties.get(id))]));
}

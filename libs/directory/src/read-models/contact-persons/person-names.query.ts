import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { CLOCK, type Clock } from '#event-sourcing';
import type { Presenter } from '#graphql';
import { type Actor, maySeeNames, maySeeRestricted } from '#identity';
import { ProjectionEngine } from '#projections';
import { restrictedFieldsOn } from '../../domain/person/restriction.js';
import type { PersonField } from '../../domain/person/person-field.js';
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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What stands for each person: the name; "erased person prs_… (partner side, …)" after an erasure (domain.md 2.10); only the id for
   * analysts, who work on pseudonyms; "restricted person prs_…" where the name is for compliance only (Art. 18 GDPR).
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
    const { today } = this.clock.now();
    const name = (id: string): string =>
      hiddenFrom(actor, known.get(id)?.document, today).includes('name')
        ? restrictedLabel(id)
        : (records.get(id)?.name ?? id);
    return new Map(ids.map((id) => [id, erased.get(id) ?? name(id)]));
  }
}

/** Joins the personal data that the actor may see to contact persons. */
@Injectable()
export class ContactPersonPresenter implements Presenter<ContactPerson> {
  constructor(
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(PORTFOLIOS) private readonly portfolios: Portfolios,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async present(persons: readonly ContactPerson[], actor: Actor): Promise<readonly ContactPerson[]> {
    if (!maySeeNames(actor)) return persons;
    const [records, labels] = await Promise.all([
      this.vault.getMany(persons.map(({ id }) => id)),
      erasedLabels(persons, this.portfolios),
    ]);
    const { today } = this.clock.now();
    return persons.map((person) => {
      const erased = labels.get(person.id);
      if (erased !== undefined) return { ...person, name: erased };
      const { personId: _id, companyId: _company, ...data } = records.get(person.id) ?? { personId: person.id };
      const hidden = hiddenFrom(actor, person, today);
      const shown = Object.entries(data).filter(([field]) => !(hidden as readonly string[]).includes(field));
      const label = hidden.includes('name') ? { name: restrictedLabel(person.id) } : {};
      return { ...person, ...Object.fromEntries(shown), ...label };
    });
  }
}

/** The fields of a person that are restricted today and not for this actor. */
function hiddenFrom(actor: Actor, person: ContactPerson | undefined, today: CalendarDate): readonly PersonField[] {
  return maySeeRestricted(actor) ? [] : restrictedFieldsOn(person?.restrictions ?? [], today);
}

function restrictedLabel(personId: string): string {
  return `restricted person ${personId}`;
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

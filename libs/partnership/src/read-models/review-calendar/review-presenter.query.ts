import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { PersonNames, TEXT_VAULT, type TextVault } from '#directory';
import type { Actor } from '#identity';
import { PartnershipCompanies } from '../../partnership-companies.query.js';
import { type Review, reviewOverdueDays, type ReviewPerson } from './review.js';

type Names = ReadonlyMap<string, string>;

/** Opens the summaries of reviews, joins names, and says how long they are overdue: a page at a time. */
@Injectable()
export class ReviewPresenter {
  constructor(
    @Inject(PartnershipCompanies) private readonly companies: PartnershipCompanies,
    @Inject(PersonNames) private readonly persons: PersonNames,
    @Inject(TEXT_VAULT) private readonly texts: TextVault,
  ) {}

  async present(rows: readonly Review[], actor: Actor, today: CalendarDate): Promise<readonly Review[]> {
    const [joined, names, summaries] = await Promise.all([
      this.companies.join(rows),
      this.persons.byId(rows.flatMap(personIdsOf), actor),
      this.summaries(rows),
    ]);
    return joined.map((review) => {
      const summary = summaries.get(review.id);
      return {
        ...review,
        ...peopleOf(review, names),
        ...(summary === undefined ? {} : { summary }),
        overdueDays: reviewOverdueDays(review, today),
      };
    });
  }

  private async summaries(rows: readonly Review[]): Promise<ReadonlyMap<string, string | undefined>> {
    const held = rows.flatMap(({ id, sealedSummary }) => (sealedSummary === undefined ? [] : [{ id, sealedSummary }]));
    const opened = await this.texts.open(held.map(({ sealedSummary }) => sealedSummary));
    return new Map(held.map(({ id }, index) => [id, opened[index]]));
  }
}

function personIdsOf({
  participants,
  responsibleContactOwn: own,
  responsibleContactPartner: partner,
}: Review): string[] {
  return [...participants, own, partner].flatMap((person) => person?.personId ?? []);
}

/** The people of a review with their names. */
function peopleOf(
  { participants, responsibleContactOwn: own, responsibleContactPartner: partner }: Review,
  names: Names,
): Pick<Review, 'participants' | 'responsibleContactOwn' | 'responsibleContactPartner'> {
  return {
    participants: participants.map((person) => withName(person, names)),
    ...(own === undefined ? {} : { responsibleContactOwn: withName(own, names) }),
    ...(partner === undefined ? {} : { responsibleContactPartner: withName(partner, names) }),
  };
}

function withName(person: ReviewPerson, names: Names): ReviewPerson {
  const name = names.get(person.personId);
  return name === undefined ? person : { ...person, name };
}

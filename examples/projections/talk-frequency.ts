import {
  defineProjection,
  Field,
  ID,
  Indexed,
  Int,
  LocalDate,
  ObjectType,
  type PartnerCategory,
  PartnerCategoryEnum,
  partnershipIdOf,
} from '#analytics';

/** What a document holds. `@Field` shows a property in GraphQL, `@Indexed` makes filters and sorting by it quick. */
@ObjectType({ description: 'How often the two companies of a partnership talked.' })
export class TalkFrequency {
  @Field(() => ID, { description: 'The partnership.' })
  readonly id!: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: PartnerCategory;

  @Indexed()
  @Field(() => Int, { description: 'Entries of the communication log between the two companies.' })
  readonly conversations!: number;

  @Indexed()
  @Field(() => LocalDate, { nullable: true, description: 'The day of the last one; null if there was none.' })
  readonly lastOn?: string;
}

/** One document per partnership. */
export default defineProjection({
  name: 'talk-frequency',
  version: 1,
  description: 'How often do the two companies talk?',
  document: TalkFrequency,
  // Which document an event changes: every event of a partnership changes the one of that partnership.
  key: ({ stream }) => partnershipIdOf(stream),
  // The document after each event, made of nothing but the document before it and the event.
  on: {
    PartnershipProposed: (_, { data: { category } }, id) => ({ id, category, conversations: 0 }),
    PartnershipImported: (_, { data: { category } }, id) => ({ id, category, conversations: 0 }),
    CommunicationLogged: (found, { data: { on, scope } }) =>
      found === undefined || scope === 'INTERNAL_OWN'
        ? found
        : { ...found, conversations: found.conversations + 1, lastOn: later(found.lastOn, on) },
  },
});

/** Talks are logged late and out of order: the last one is the latest, not the one recorded last. */
function later(known: string | undefined, day: string): string {
  return known === undefined || known < day ? day : known;
}

/** A projection file in order; specs break it in one place. */
export const stagesFile = `
import { defineProjection, Field, ID, ObjectType, partnershipIdOf } from '#analytics';

@ObjectType()
class Stage {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly category!: string;

  @Field(() => String)
  readonly state!: string;

  @Field(() => String)
  readonly why!: string;
}

export default defineProjection({
  name: 'stages',
  version: 1,
  document: Stage,
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { data }, id) => ({
      id,
      category: data.category,
      state: 'PROSPECTIVE',
      why: data.strategicRationale,
    }),
    PartnershipAbandoned: (found, { data }) => found && { ...found, state: 'ABANDONED', why: data.note },
  },
});
`;

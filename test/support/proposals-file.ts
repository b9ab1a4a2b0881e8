/** A projection file with a field of each kind; specs give it another name, class and body. */
export const proposalsFile = (name: string, type: string, before = ''): string => `
import {
  defineProjection, enumType, Field, Float, ID, Indexed, Int, LocalDate, ObjectType, PartnerCategoryEnum,
  partnershipIdOf,
} from '#analytics';
${before}
const ${type}Size = enumType('${type}Size', ['SHORT', 'LONG'], 'How long the reason is.');

@ObjectType()
class ${type}Wording {
  @Field(() => String)
  readonly first!: string;

  @Field(() => [String])
  readonly words!: readonly string[];
}

@ObjectType()
class ${type}Duty {
  @Field(() => String)
  readonly managerId!: string;

  @Field(() => LocalDate)
  readonly since!: string;
}

@ObjectType()
class ${type} {
  @Field(() => ID)
  readonly id!: string;

  @Indexed()
  @Field(() => PartnerCategoryEnum)
  readonly category!: 'SALES' | 'TECHNOLOGY' | 'SERVICE';

  @Field(() => String)
  readonly reason!: string;

  @Field(() => ${type}Size)
  readonly size!: 'SHORT' | 'LONG';

  @Indexed()
  @Field(() => Int)
  readonly words!: number;

  @Field(() => Float, { nullable: true })
  readonly perManager?: number;

  @Field(() => LocalDate)
  readonly proposedOn!: string;

  @Field(() => Boolean)
  readonly managed!: boolean;

  @Field(() => [ID])
  readonly managerIds!: readonly string[];

  @Indexed('first')
  @Field(() => ${type}Wording)
  readonly wording!: ${type}Wording;

  @Field(() => [${type}Duty])
  readonly duties!: readonly ${type}Duty[];
}

export default defineProjection({
  name: '${name}',
  version: 1,
  description: 'What was proposed, and why?',
  document: ${type},
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { occurredOn, data: { category, strategicRationale: reason } }, id) => ({
      id,
      category,
      reason,
      size: reason.length > 53 ? 'LONG' : 'SHORT',
      words: reason.split(' ').length,
      proposedOn: occurredOn,
      managed: false,
      managerIds: [],
      wording: { first: reason.split(' ')[0] ?? '', words: reason.split(' ') },
      duties: [],
    }),
    PartnerManagerAssigned: (found, { occurredOn: since, data }) =>
      found && {
        ...found,
        managed: true,
        managerIds: [...found.managerIds, data.managerId],
        duties: [...found.duties, { managerId: data.managerId, since }],
        perManager: found.words / (found.managerIds.length + 1),
      },
  },
});
`;

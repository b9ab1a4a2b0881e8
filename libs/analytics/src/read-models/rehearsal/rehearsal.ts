import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '#graphql';

@ObjectType({ description: 'An event that changed a document last, in one of the two builds.' })
export class RehearsalCause {
  @Field(() => String)
  readonly type!: string;

  @Field(() => String)
  readonly stream!: string;

  @Field(() => String)
  readonly revision!: string;

  @Field(() => Instant, { nullable: true })
  readonly recordedAt?: string;
}

@ObjectType({ description: 'What is different in one document.' })
export class RehearsalSample {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => String, { nullable: true, description: 'In the build that is read, as JSON; null: not there.' })
  readonly before?: string;

  @Field(() => String, { nullable: true, description: 'In the rehearsed build, as JSON; null: not there.' })
  readonly after?: string;

  @Field(() => [RehearsalCause])
  readonly causes!: readonly RehearsalCause[];
}

@ObjectType({ description: 'In how many documents something is different, and a few of them.' })
export class RehearsalDifferences {
  @Field(() => Int)
  readonly documents!: number;

  @Field(() => [RehearsalSample])
  readonly samples!: readonly RehearsalSample[];
}

@ObjectType({ description: 'A field that would change.' })
export class RehearsalField extends RehearsalDifferences {
  @Field(() => String, { description: '`contacts.personId` stands for the field in each element of the list.' })
  readonly field!: string;
}

/** What would be different if a rehearsed build were read instead of the live one. */
@ObjectType({ description: 'What would be different if a rehearsed build were read.' })
export class Rehearsal {
  @Field(() => ID, { description: 'The build that is read.' })
  readonly live!: string;

  @Field(() => ID, { description: 'The build that waits for its promotion.' })
  readonly candidate!: string;

  @Field(() => String, { description: 'Both contain everything up to here.' })
  readonly position!: string;

  @Field(() => RehearsalDifferences, { description: 'Documents that only the rehearsed build has.' })
  readonly added!: RehearsalDifferences;

  @Field(() => RehearsalDifferences, { description: 'Documents that only the build that is read has.' })
  readonly gone!: RehearsalDifferences;

  @Field(() => Int)
  readonly changed!: number;

  @Field(() => Int)
  readonly unchanged!: number;

  @Field(() => [RehearsalField], { description: 'The fields that would change, those of most documents first.' })
  readonly fields!: readonly RehearsalField[];

  @Field(() => Int, { description: 'Documents with other fields that would change: there are too many to tell apart.' })
  readonly otherFields!: number;

  @Field(() => Int, { description: 'Documents that change too often to be compared.' })
  readonly unsettled!: number;
}

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'The event after which a document was as it is.' })
export class RehearsalCause {
  @Field(() => String)
  readonly type!: string;

  @Field(() => String)
  readonly stream!: string;

  @Field(() => String)
  readonly revision!: string;
}

@ObjectType({ description: 'One document in which a field would change.' })
export class RehearsalSample {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => String, { nullable: true, description: 'As JSON; null: not there.' })
  readonly before?: string;

  @Field(() => String, { nullable: true, description: 'As JSON; null: not there.' })
  readonly after?: string;

  @Field(() => RehearsalCause, { nullable: true, description: 'The last event that changed the new document.' })
  readonly cause?: RehearsalCause;
}

@ObjectType({ description: 'A field that would change.' })
export class RehearsalField {
  @Field(() => String, { description: '`contacts.personId` stands for the field in each element of the list.' })
  readonly field!: string;

  @Field(() => Int)
  readonly documents!: number;

  @Field(() => [RehearsalSample])
  readonly samples!: readonly RehearsalSample[];
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

  @Field(() => Int)
  readonly added!: number;

  @Field(() => Int)
  readonly gone!: number;

  @Field(() => Int)
  readonly changed!: number;

  @Field(() => Int)
  readonly unchanged!: number;

  @Field(() => [RehearsalField], { description: 'The fields that would change, those of most documents first.' })
  readonly fields!: readonly RehearsalField[];
}

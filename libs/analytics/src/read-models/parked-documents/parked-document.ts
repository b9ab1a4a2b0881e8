import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '#graphql';

/** A document that waits because an event could not be folded into it; it is served as of the event before. */
@ObjectType({ description: 'A document that waits because an event failed; it is shown as of the event before.' })
export class ParkedDocument {
  @Field(() => ID, { description: 'Its id; with `stream:` in front, all that follows from one stream waits.' })
  readonly key!: string;

  @Field(() => String, { description: 'The type of the event that failed.' })
  readonly type!: string;

  @Field(() => String)
  readonly stream!: string;

  @Field(() => String)
  readonly revision!: string;

  @Field(() => String)
  readonly position!: string;

  @Field(() => Instant, { description: 'When the event was recorded.' })
  readonly recordedAt!: string;

  @Field(() => String, { description: 'What went wrong, the last time it was tried.' })
  readonly error!: string;

  @Field(() => Int)
  readonly attempts!: number;

  @Field(() => Instant, { description: 'When it was parked.' })
  readonly since!: string;
}

import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '#graphql';

/** How often an event type was recorded, and when for the first and the last time. */
@ObjectType({ description: 'How many events of a type there are.' })
export class EventCount {
  readonly type!: string;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => Instant, { description: 'When the first one was recorded.' })
  readonly firstRecordedAt!: string;

  @Field(() => Instant, { description: 'When the last one was recorded.' })
  readonly lastRecordedAt!: string;
}

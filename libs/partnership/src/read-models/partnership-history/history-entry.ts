import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ActingSide, EventMetadata, EventSource, Recorded } from '#event-sourcing';
import { Instant, LocalDate } from '#graphql';
import { LATE_AFTER_DAYS } from '../../domain/recording-vocabulary.js';
import { ActingSideEnum, EventClockEnum, EventSourceEnum } from '../../graphql-enums.js';

/** Who decided or recorded an event. */
@ObjectType({ description: 'Who decided or recorded something: a user of the identity provider.' })
export class HistoryActor {
  @Field(() => String)
  readonly userId!: string;

  @Field(() => [String])
  readonly roles!: readonly string[];

  @Field(() => ActingSideEnum, { description: 'On whose behalf.' })
  readonly side!: ActingSide;
}

/** One event of a partnership for people who ask who decided what, and when. */
@ObjectType({ description: 'One event of a partnership, as it was recorded.' })
export class HistoryEntry {
  @Field(() => ID)
  readonly eventId!: string;

  @Field(() => String)
  readonly type!: string;

  @Field(() => Int, { description: 'Its place in the history of the partnership, counted from 0.' })
  readonly revision!: number;

  @Field(() => String, { description: 'Its place in the whole log.' })
  readonly position!: string;

  @Field(() => LocalDate, { description: 'When it happened.' })
  readonly occurredOn!: string;

  @Field(() => Instant, { description: 'When the system learned it.' })
  readonly recordedAt!: string;

  @Field(() => Int, { description: 'Days between the two.' })
  readonly lateDays!: number;

  @Field(() => Boolean, { description: `Recorded more than ${String(LATE_AFTER_DAYS)} days after it happened.` })
  readonly late!: boolean;

  @Field(() => HistoryActor)
  readonly actor!: HistoryActor;

  @Field(() => EventSourceEnum)
  readonly source!: EventSource;

  @Field(() => EventClockEnum)
  readonly clock!: EventMetadata['clock'];

  @Field(() => ID, { description: 'The command it came from; all events of a command share it.' })
  readonly commandId!: string;

  @Field(() => String, { description: 'What happened, in a sentence; names as far as the asker may see them.' })
  readonly sentence!: string;
}

/** The entry of an event with its sentence. */
export function historyEntry(event: Recorded, sentence: string): HistoryEntry {
  const { id, type, revision, position, occurredOn, metadata } = event;
  const { recordedAt, lateDays, actor, source, clock, commandId } = metadata;
  return {
    eventId: id,
    type,
    revision: Number(revision),
    position,
    occurredOn,
    recordedAt,
    lateDays,
    late: lateDays > LATE_AFTER_DAYS,
    actor: { userId: actor.userId, roles: actor.roles, side: actor.onBehalfOfSide },
    source,
    clock,
    commandId,
    sentence,
  };
}

import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ActingSideEnum, EventSourceEnum } from '#partnership';
import type { ActingSide, EventSource } from '#event-sourcing';
import { enumType, Instant, LocalDate } from '#graphql';
import type { ShownEvent } from './shown-event.js';

const EffectEnum = enumType('ExplainedEffect', ['CREATED', 'CHANGED', 'REMOVED'], 'What an event did to a document.');

/** A field that an event changed. */
@ObjectType({ description: 'A field of a document that an event changed.' })
export class ExplainedChange {
  @Field(() => String, { description: 'Where it is in the document: contacts.0.personId.' })
  readonly path!: string;

  @Field(() => String, { nullable: true, description: 'Its value before, as JSON; null when it was not there.' })
  readonly before?: string;

  @Field(() => String, { nullable: true, description: 'Its value after, as JSON; null when it is no more.' })
  readonly after?: string;
}

/** Who recorded an event that explains a document. */
@ObjectType({ description: 'Who recorded an event.' })
export class ExplainedActor {
  @Field(() => String, { nullable: true, description: 'The user; null for analysts, who work without names.' })
  readonly userId?: string;

  @Field(() => [String])
  readonly roles!: readonly string[];

  @Field(() => ActingSideEnum, { description: 'On whose behalf.' })
  readonly side!: ActingSide;
}

/** An event that changed a document of a read model. */
@ObjectType({ description: 'An event that changed a document: what it changed, who recorded it, when and why.' })
export class ExplainedEventType {
  @Field(() => ID)
  readonly eventId!: string;

  @Field(() => String)
  readonly type!: string;

  @Field(() => String)
  readonly stream!: string;

  @Field(() => String, { description: 'Its place in the stream, counted from 0.' })
  readonly revision!: string;

  @Field(() => String, { description: 'Its place in the whole log: what to ask the next page after.' })
  readonly position!: string;

  @Field(() => LocalDate, { description: 'When it happened.' })
  readonly occurredOn!: string;

  @Field(() => Instant, { description: 'When the system learned it.' })
  readonly recordedAt!: string;

  @Field(() => ExplainedActor)
  readonly actor!: ExplainedActor;

  @Field(() => EventSourceEnum)
  readonly source!: EventSource;

  @Field(() => ID, { description: 'The command it came from.' })
  readonly commandId!: string;

  @Field(() => String, { nullable: true, description: 'Why, if the event says so; analysts get codes only.' })
  readonly reason?: string;

  @Field(() => EffectEnum)
  readonly effect!: ShownEvent['effect'];

  @Field(() => [ExplainedChange], { description: 'What changed, field by field.' })
  readonly changes!: readonly ExplainedChange[];
}

/** How a document came to be what it is. */
@ObjectType({ description: 'How a document of a read model came to be what it is, the oldest event first.' })
export class ExplainedDocument {
  @Field(() => [ExplainedEventType])
  readonly events!: readonly ExplainedEventType[];

  @Field(() => Boolean, { description: 'There are more: ask after the position of the last.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description:
      'True: these events lead to the document as it is served. False: the server would have to read more of the log than a ' +
      'request may; accord project FILE --explain does.',
  })
  readonly isComplete!: boolean;
}

/** The event as it stands in the API. */
export function explainedEventType({ actor, changes, ...event }: ShownEvent): ExplainedEventType {
  const { onBehalfOfSide: side, ...who } = actor;
  return {
    ...event,
    actor: { ...who, side },
    changes: changes.map(({ path, before, after }) => ({ path, ...json('before', before), ...json('after', after) })),
  };
}

function json<Name extends string>(name: Name, value: unknown): { readonly [Key in Name]?: string } {
  return (value === undefined ? {} : { [name]: JSON.stringify(value) }) as { readonly [Key in Name]?: string };
}

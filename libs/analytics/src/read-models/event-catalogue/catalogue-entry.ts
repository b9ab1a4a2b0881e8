import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { CataloguedEvent, RecordingCommand } from '../../catalogue/event-catalogue.js';
import type { EventField } from '../../catalogue/event-field.js';
import { EventCount } from './event-count.js';

/** A field of an event's data. */
@ObjectType({ description: 'A field of an event’s data.' })
export class EventFieldType implements Omit<EventField, 'type' | 'disclosure'> {
  @Field(() => String, {
    description:
      'From the data down, `terms.windDownItems[].dueOn`; `[]` is each of a list, `*` each name of an object.',
  })
  readonly path!: string;

  @Field(() => String, { description: 'text, integer, number, boolean, object, list or other.' })
  readonly type!: string;

  @Field(() => Boolean, { description: 'May be missing where what it stands in is there.' })
  readonly optional!: boolean;

  @Field(() => String, { nullable: true, description: 'In what a number counts, or how a text is written.' })
  readonly unit?: string;

  @Field(() => String, { nullable: true })
  readonly description?: string;

  @Field(() => [String], { nullable: true, description: 'The only values there are.' })
  readonly values?: readonly string[];

  @Field(() => String, {
    description: 'In an export: open, withheld, or replaced by the pseudonym of a person, manager, user or reference.',
  })
  readonly disclosure!: string;
}

/** A command that may record an event. */
@ObjectType({ description: 'A command that may record an event.' })
export class RecordingCommandType implements RecordingCommand {
  @Field(() => String, { description: 'Its mutation.' })
  readonly command!: string;

  @Field(() => [String], { description: 'Who may send it.' })
  readonly roles!: readonly string[];
}

/** One event type of the catalogue. */
@ObjectType('CataloguedEvent', {
  description: 'A kind of fact that Accord records: what it says, and what there is of it.',
})
export class CatalogueEntry implements Omit<CataloguedEvent, 'sample' | 'fields'> {
  @Field(() => String, { description: 'Its stored name.' })
  readonly type!: string;

  @Field(() => String, { description: 'The context it belongs to.' })
  readonly context!: string;

  @Field(() => String, { description: 'How the names of its streams begin.' })
  readonly streams!: string;

  @Field(() => String, { description: 'The fact in the domain’s words.' })
  readonly meaning!: string;

  @Field(() => Int, { description: 'The version in which it is recorded now.' })
  readonly version!: number;

  @Field(() => [Int], { description: 'The versions that may stand in a log; older ones are read as the present one.' })
  readonly versions!: readonly number[];

  @Field(() => [EventFieldType])
  readonly fields!: readonly EventFieldType[];

  @Field(() => [RecordingCommandType])
  readonly recordedBy!: readonly RecordingCommandType[];

  @Field(() => [String], { description: 'The read models that are built from it.' })
  readonly readBy!: readonly string[];

  @Field(() => EventCount, { nullable: true, description: 'What stands in the log; absent while nothing does.' })
  readonly recorded?: EventCount;

  @Field(() => String, { nullable: true, description: 'The data of an invented example, as JSON.' })
  readonly sample?: string;
}

/** The entry of an event type with what the log holds of it. */
export function catalogueEntry(
  { sample, fields, ...event }: CataloguedEvent,
  recorded: EventCount | undefined,
): CatalogueEntry {
  return {
    ...event,
    fields: fields.map(({ disclosure = 'withheld', ...field }) => ({ ...field, disclosure })),
    ...(recorded !== undefined && { recorded }),
    ...(sample !== undefined && { sample: JSON.stringify(sample.data) }),
  };
}

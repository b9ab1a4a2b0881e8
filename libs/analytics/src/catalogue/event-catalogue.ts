import type { DomainEvent, EventDefinition, Projection } from '#event-sourcing';
import type { EventChapter } from './event-chapter.js';
import { type EventField, eventFields, type JsonSchema } from './event-field.js';

/** A command that may record an event, and who may send it. */
export interface RecordingCommand {
  /** Its mutation, `holdReview`. */
  readonly command: string;
  readonly roles: readonly string[];
}

/** What is known of an event type before a log is looked at. */
export interface CataloguedEvent {
  readonly type: string;
  readonly context: string;
  /** How the names of its streams begin, `partnership-`. */
  readonly streams: string;
  readonly meaning: string;
  /** The version in which it is recorded now. */
  readonly version: number;
  /** The versions that may stand in a log; the older ones are read as the present one. */
  readonly versions: readonly number[];
  readonly fields: readonly EventField[];
  readonly recordedBy: readonly RecordingCommand[];
  /** The read models that are built from it. */
  readonly readBy: readonly string[];
  /** An invented example. */
  readonly sample?: DomainEvent;
}

/** What the event catalogue is made of. */
export interface CatalogueParts {
  readonly chapters: readonly EventChapter[];
  readonly commands: readonly {
    readonly name: string;
    readonly records: readonly string[];
    readonly roles: readonly string[];
  }[];
  readonly projections: readonly Pick<Projection, 'name' | 'on'>[];
  readonly schemaOf: (definition: EventDefinition) => JsonSchema;
}

/** Every event type there is, chapter by chapter. */
export function eventCatalogue({
  chapters,
  commands,
  projections,
  schemaOf,
}: CatalogueParts): readonly CataloguedEvent[] {
  return chapters.flatMap(({ context, streams, definitions, samples }) =>
    Object.entries(definitions).map(([type, definition]): CataloguedEvent => {
      const { version, meaning } = definition;
      const sample = samples[type];
      return {
        type,
        context,
        streams,
        meaning,
        version,
        // The codec does not start without an upcast from each of them.
        versions: Array.from({ length: version }, (_, index) => index + 1),
        fields: eventFields(schemaOf(definition)),
        recordedBy: commands
          .filter(({ records }) => records.includes(type))
          .map(({ name, roles }) => ({ command: name, roles })),
        readBy: projections.filter(({ on }) => type in on).map(({ name }) => name),
        ...(sample !== undefined && { sample }),
      };
    }),
  );
}

import type { EventNamed, Projection, Recorded } from '#event-sourcing';
import type { AccordEvent } from './accord-events.js';

/** A projection as a file of an analyst defines it, over any events of the system. */
export interface DefinedProjection<Document extends object = object> extends Projection<Document, AccordEvent> {
  /** The question it answers, in a sentence: it stands beside its queries in the GraphQL schema. */
  readonly description?: string;
}

type EventType = AccordEvent['type'];

type Handlers<Document> = {
  readonly [Type in EventType]?: (
    document: Document | undefined,
    event: Recorded<EventNamed<AccordEvent, Type>>,
    key: string,
  ) => Document | undefined;
};

/** The fields of a handler's result that its document does not have, whichever of several forms the result takes. */
type UnknownField<Document, Result> = Result extends object ? Exclude<keyof Result, keyof Document> & string : never;

/**
 * Lets handlers through that are named after an event and return nothing but fields of the document: TypeScript alone
 * compares the result of an arrow function without looking for fields too many, and `{ ...found, reviewCuont: 1 }` would be
 * a document.
 */
type WithoutUnknownNames<Document, On> = {
  readonly [Type in keyof On]: Type extends EventType
    ? On[Type] extends (...parts: never) => infer Result
      ? [UnknownField<Document, Result>] extends [never]
        ? unknown
        : `The document has no field ${UnknownField<Document, Result>}`
      : unknown
    : `There is no event ${Type & string}`;
};

/** What {@link defineProjection} is given. `Read` are the names of the events in `on`. */
export interface ProjectionDefinition<Document extends object, Read extends EventType, On extends Handlers<Document>> {
  /** The question it answers, kebab-case; no other projection has it. Its queries and its collection are named after it. */
  readonly name: string;
  /** A whole number from 1, raised whenever the documents would differ: they are then built anew beside the old ones. */
  readonly version: number;
  /** The question it answers, in a sentence: it stands beside its queries in the GraphQL schema. */
  readonly description?: string;
  /** Keeps the earlier versions of its documents, so that lists can be asked as they were known at an instant. */
  readonly temporal?: boolean;
  /** The document's class: its decorators declare the GraphQL type and the indexes. */
  readonly document: new () => Document;
  /** The id of the document that an event changes; several when it changes several, `[]` when none. */
  readonly key: (event: Recorded<EventNamed<AccordEvent, Read>>) => string | readonly string[];
  /** For each event it reads, the document after the event; `undefined` when there is none (any more). */
  readonly on: { readonly [Type in Read]?: unknown } & Handlers<Document> &
    On &
    WithoutUnknownNames<Document, NoInfer<On>>;
}

/**
 * Defines a projection: what a projection file exports by default. A misspelt event, a misspelt field of its data and a
 * document with a wrong field do not compile; what types cannot say is checked when the file is loaded.
 */
export function defineProjection<
  Document extends object,
  Read extends EventType,
  On extends Handlers<Document> = Handlers<Document>,
>(definition: ProjectionDefinition<Document, Read, On>): DefinedProjection<Document> {
  return definition as unknown as DefinedProjection<Document>;
}

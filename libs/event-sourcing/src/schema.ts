import type { DomainEvent } from './event.js';

/** A run-time check that returns the checked value or throws with the reason: what a zod schema is. */
export interface DataSchema<Data extends object = object> {
  parse(input: unknown): Data;
}

/** One event type: the current version of its payload, what the fact means, and the check that holds on write and read. */
export interface EventDefinition<Data extends object = object> {
  readonly version: number;
  /** The fact in the domain's words: it feeds the event catalogue. */
  readonly meaning: string;
  readonly data: DataSchema<Data>;
}

/** The event types of a context by stored name. */
export type EventDefinitions = Readonly<Record<string, EventDefinition>>;

/** The union of the events that definitions describe. */
export type EventOf<Definitions extends EventDefinitions> = {
  [Type in keyof Definitions & string]: Definitions[Type] extends EventDefinition<infer Data>
    ? DomainEvent<Type, Data>
    : never;
}[keyof Definitions & string];

/** The event of a union with the given stored name. */
export type EventNamed<Event extends DomainEvent, Type extends Event['type']> = Extract<Event, { readonly type: Type }>;

/** Turns the payload of one version into the payload of the next. */
export type Upcast = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** For each stored name the upcasts by the version they start from: `{ ReviewHeld: { 1: toVersion2 } }`. */
export type Upcasts = Readonly<Record<string, Readonly<Record<number, Upcast>>>>;

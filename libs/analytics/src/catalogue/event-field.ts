import type { Disclosure } from '#event-fields';

/** The part of JSON Schema that events use, with what `#event-fields` adds to it. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly disclosure?: Disclosure;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** One field of an event's data, for people. */
export interface EventField {
  /** From the data down: `terms.windDownItems[].dueOn`; `[]` stands for each of a list, `*` for each name. */
  readonly path: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'object' | 'list' | 'other';
  /** May be missing where what it stands in is there. */
  readonly optional: boolean;
  /** In what a number counts, or how a text is written. */
  readonly unit?: string;
  readonly description?: string;
  /** The only values there are. */
  readonly values?: readonly string[];
  /** What an export does with it; absent on what nobody has classified, which an export withholds. */
  readonly disclosure?: Disclosure;
}

const TYPES: Readonly<Record<string, EventField['type']>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'list',
};

interface Place {
  readonly path: string;
  readonly optional: boolean;
  /** What it stands in is withheld, and so is everything in it. */
  readonly isWithheld: boolean;
}

/** The fields of an event's data, each before those in it. */
export function eventFields(schema: JsonSchema): readonly EventField[] {
  return below(schema, { path: '', optional: false, isWithheld: false });
}

function fieldsAt(schema: JsonSchema, place: Place): readonly EventField[] {
  const { description, unit } = schema;
  const disclosure = place.isWithheld ? 'withheld' : disclosureOf(schema);
  const values = schema.const === undefined ? schema.enum : [schema.const];
  const field: EventField = {
    path: place.path,
    type: TYPES[schema.type ?? ''] ?? 'other',
    optional: place.optional,
    ...(unit !== undefined && { unit }),
    ...(description !== undefined && { description }),
    ...(values !== undefined && { values: values.map(String) }),
    ...(disclosure !== undefined && { disclosure }),
  };
  return [field, ...below(schema, { ...place, isWithheld: disclosure === 'withheld' })];
}

function below(schema: JsonSchema, { path, isWithheld }: Place): readonly EventField[] {
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const { properties = {}, required = [], items, additionalProperties } = schema;
  const fields = Object.entries(properties).flatMap(([name, inner]) =>
    fieldsAt(inner, { path: inside(name), optional: !required.includes(name), isWithheld }),
  );
  if (items !== undefined) fields.push(...fieldsAt(items, { path: `${path}[]`, optional: false, isWithheld }));
  if (typeof additionalProperties === 'object')
    fields.push(...fieldsAt(additionalProperties, { path: inside('*'), optional: false, isWithheld }));
  return fields;
}

/** Whatever is no text of somebody's own is open: numbers, closed lists, and what only holds other fields. */
function disclosureOf(schema: JsonSchema): Disclosure | undefined {
  if (schema.disclosure !== undefined) return schema.disclosure;
  if (schema.enum !== undefined || schema.const !== undefined) return 'open';
  // The names in a record are texts as well, which nobody has read.
  if (typeof schema.additionalProperties === 'object') return undefined;
  return schema.type === undefined || schema.type === 'string' ? undefined : 'open';
}

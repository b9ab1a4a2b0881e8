import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A root field of the schema, with what a caller needs to ask it: names of its arguments and all it can show. */
export interface RootField {
  readonly name: string;
  /** Name and type of each argument that has to be given: `{ partnershipId: 'ID!' }`. */
  readonly required: Readonly<Record<string, string>>;
  /** Everything that can be selected under it, braces included; empty for a scalar. */
  readonly everything: string;
  /** True for a list in Relay's form. */
  readonly isConnection: boolean;
  /** What its argument `filter` can name. */
  readonly filters: readonly string[];
}

/** The queries of the schema. */
export function queriesOf(schema: GraphQLSchema): readonly RootField[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).map(rootField);
}

/** The mutations of the schema. */
export function mutationsOf(schema: GraphQLSchema): readonly RootField[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map(rootField);
}

/** The subscriptions of the schema. */
export function subscriptionsOf(schema: GraphQLSchema): readonly RootField[] {
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).map(rootField);
}

/** An input of the mutation that has the right form and says nothing true: every required field, nothing else. */
export function formalInput(schema: GraphQLSchema, mutation: string): object {
  const argument = schema
    .getMutationType()
    ?.getFields()
    [mutation]?.args.find(({ name }) => name === 'input');
  if (argument === undefined) throw new Error(`${mutation} takes no input`);
  return sample(argument.type) as object;
}

function rootField(field: GraphQLField<unknown, unknown>): RootField {
  return {
    name: field.name,
    required: Object.fromEntries(field.args.filter(isRequiredArgument).map(({ name, type }) => [name, String(type)])),
    everything: selection(field.type, []),
    isConnection: getNamedType(field.type).name.endsWith('Connection'),
    filters: field.args.filter(({ name }) => name === 'filter').flatMap(({ type }) => namesIn(getNamedType(type))),
  };
}

function namesIn(type: GraphQLNamedType): readonly string[] {
  return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

function selection(type: GraphQLOutputType, above: readonly string[]): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) return ' { __typename }';
  const fields = Object.values(named.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .filter((field) => !above.includes(getNamedType(field.type).name))
    .map((field) => `${field.name}${selection(field.type, [...above, named.name])}`);
  return ` { ${fields.join(' ')} }`;
}

const scalars: Readonly<Record<string, unknown>> = {
  ID: 'prt_0',
  String: 'x',
  Boolean: true,
  Int: 1,
  Float: 1,
  SafeInt: 1,
  LocalDate: '2026-01-12',
  Instant: '2026-01-12T09:00:00.000Z',
  UUID: '0198c0de-1234-7000-8000-000000000000',
};

function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map(({ name, type: inner }) => [name, sample(inner)]),
    );
  if (!(type.name in scalars)) throw new Error(`No sample of the scalar ${type.name}: add one here.`);
  return scalars[type.name];
}

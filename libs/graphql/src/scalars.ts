import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';

const asStored = (value: unknown): unknown => value;
const isoText = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** A calendar date, `2026-03-31`. Stored dates were checked when they were written and leave as they are. */
export const LocalDate = new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), serialize: asStored });

const instant = GraphQLDateTimeISO.toConfig();

/** A moment in UTC, `2026-03-31T06:00:00.000Z`; text on both sides. */
export const Instant = new GraphQLScalarType({
  ...instant,
  name: 'Instant',
  description: 'A moment in UTC in ISO 8601 form, for example 2026-03-31T06:00:00.000Z.',
  serialize: asStored,
  parseValue: (value) => isoText(GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node, variables) => isoText(GraphQLDateTimeISO.parseLiteral(node, variables)),
});

/** A UUID; version 7 keeps the log's order. */
export const Uuid = GraphQLUUID;

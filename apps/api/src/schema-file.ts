import { buildSchema, findBreakingChanges, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

const HEADER = `# Written by "npm run schema" from the classes and resolvers. Do not edit it: change those, and write it again.
# A change that breaks a published field is refused unless it is asked for: npm run schema -- --breaking

`;

/** Where the published schema stands, from the root of the repository. */
export const SCHEMA_FILE = 'apps/api/schema.graphql';

/** The schema as its file holds it: everything in alphabetical order, so that a change shows as what it is. */
export function schemaFileText(schema: GraphQLSchema): string {
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** What of the published schema a client may rely on and would lose, a sentence each. */
export function lostBy(schema: GraphQLSchema, published: string): readonly string[] {
  return findBreakingChanges(buildSchema(published), schema).map(({ description }) => description);
}

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Actor } from '#identity';
import { compiledOperationsPlugin } from './compiled-operations.plugin.js';
import type { RequestContext } from './request-context.js';

const typeDefs = `
  type Query { partner(id: ID!): Partner broken: String }
  type Mutation {
    rename(input: RenameInput!): Renamed
    fail(code: String): String
    failLater: String!
    count: Int!
  }
  input RenameInput { id: ID! name: String! tags: [String!] = ["none"] }
  union Renamed = Accepted | Rejected
  type Accepted { revision: Int! partner: Partner! }
  type Rejected { code: String! }
  type Partner { id: ID! name: String! tags: [String!] tier: String! }
`;

interface RenameInput {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** As the API's own form of errors: it tells what led there, but not everything. */
function format({ extensions, ...formatted }: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { correlationId: _, ...others } = extensions ?? {};
  const cause = error instanceof GraphQLError ? error.originalError?.message : undefined;
  return { ...formatted, message: `told: ${cause ?? formatted.message}`, extensions: others };
}

function fault(what: string): never {
  throw new Error(`${what} broke`);
}

function refused(code: string): never {
  throw new GraphQLError('not allowed', { extensions: { code, http: { status: 403 } } });
}

/** A server with the schema above; `done` is what its mutations did. */
function serverWith(plugins: readonly ApolloServerPlugin<RequestContext>[]) {
  const done: string[] = [];
  const server = new ApolloServer<RequestContext>({
    typeDefs,
    plugins: [...plugins],
    includeStacktraceInErrorResponses: false,
    formatError: format,
    resolvers: {
      Query: { partner: (_root, { id }: { id: string }) => ({ id, name: 'Contoso' }), broken: () => fault('a query') },
      Mutation: {
        rename: async (_root, { input }: { input: RenameInput }) => {
          await Promise.resolve();
          done.push(`rename ${input.name} ${input.tags.join()}`);
          return input.name === '' ? { code: 'VALIDATION_FAILED' } : { revision: done.length, input };
        },
        fail: (_root, { code }: { code?: string }) => {
          done.push('fail');
          return code === undefined ? fault('a mutation') : refused(code);
        },
        failLater: async () => {
          await Promise.resolve();
          done.push('failLater');
          return fault('later');
        },
        count: () => done.push('count'),
      },
      Renamed: { __resolveType: (value: object) => ('code' in value ? 'Rejected' : 'Accepted') },
      Accepted: {
        partner: async ({ input }: { input: RenameInput }) => {
          await Promise.resolve();
          return input.name === 'nowhere' ? null : { ...input, tier: input.name === 'tierless' ? null : 'GOLD' };
        },
      },
    },
  });
  return { server, done };
}

const contextValue: RequestContext = { actor: {} as Actor, correlationId: 'correlation-1', seen: undefined };

/** An operation of which both are asked. */
interface Case {
  readonly what: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const cases: readonly Case[] = [
  {
    what: 'an accepted command',
    query: 'mutation($input: RenameInput!) { rename(input: $input) { ... on Accepted { revision } } }',
    variables: { input: { id: '1', name: 'Contoso' } },
  },
  {
    what: 'its aggregate',
    query:
      'mutation { rename(input: { id: "1", name: "Contoso" }) { __typename ...A } } fragment A on Accepted { partner { id name tags tier } }',
  },
  {
    what: 'a rejected command',
    query:
      'mutation { rename(input: { id: "1", name: "" }) { ... on Accepted { revision } ... on Rejected { code } } }',
  },
  {
    what: 'variables that do not fit',
    query: 'mutation($input: RenameInput!) { rename(input: $input) { __typename } }',
    variables: { input: { id: '1', nmae: 'x' } },
  },
  { what: 'a fault', query: 'mutation { fail }' },
  { what: 'a fault where null is not allowed', query: 'mutation { failLater }' },
  { what: 'an expected refusal', query: 'mutation { fail(code: "FORBIDDEN") }' },
  {
    what: 'several in their order, the first failing',
    query: 'mutation { fail first: count rename(input: { id: "1", name: "B" }) { __typename } second: count }',
  },
  { what: 'several in their order, one failing later', query: 'mutation { first: count failLater second: count }' },
  {
    what: 'a null where there has to be something',
    query: 'mutation { rename(input: { id: "1", name: "nowhere" }) { ... on Accepted { revision partner { id } } } }',
  },
  {
    what: 'a null deeper inside',
    query: 'mutation { rename(input: { id: "1", name: "tierless" }) { ... on Accepted { partner { tier } } } }',
  },
  {
    what: 'what a variable leaves out',
    query: 'mutation($all: Boolean!) { rename(input: { id: "1", name: "C" }) @include(if: $all) { __typename } }',
    variables: { all: false },
  },
  { what: 'a query', query: 'query($id: ID!) { partner(id: $id) { id name } }', variables: { id: 7 } },
  { what: 'a query with errors', query: '{ broken partner(id: "1") { tier } }' },
];

describe('operations that run compiled', () => {
  const compiled = serverWith([compiledOperationsPlugin(format)]);
  const interpreted = serverWith([]);
  afterAll(async () => {
    await compiled.server.stop();
    await interpreted.server.stop();
  });

  it.each(cases)('answer as graphql-js does, and do the same once: $what', async ({ query, variables = {} }) => {
    const answers = [];
    for (const { server, done } of [compiled, interpreted]) {
      done.length = 0;
      const { body } = await server.executeOperation({ query, variables }, { contextValue: { ...contextValue } });
      answers.push({ body: JSON.parse(JSON.stringify(body)) as unknown, done: [...done] });
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

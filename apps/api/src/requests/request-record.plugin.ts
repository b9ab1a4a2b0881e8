import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '#graphql';
import type { RequestRecord } from './request-record.js';

/** The context of a request over HTTP, which has a record that is logged. */
export interface RecordedContext extends RequestContext {
  readonly record?: RequestRecord;
}

/** A name is the client's own choice; more of it than this is no name. */
const LONGEST_NAME = 64;

/** Tells a request's record which operation it is, and its errors which request they belong to. */
export function requestRecordPlugin(): ApolloServerPlugin<RecordedContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, contextValue: { record } }) => {
          if (record !== undefined && operation !== undefined) record.operation = nameOf(operation);
          return Promise.resolve();
        },
        didEncounterErrors: ({ errors, contextValue }) => {
          // The context is missing when it could not be made: a request without a valid token.
          const correlationId = (contextValue as RecordedContext | undefined)?.correlationId;
          if (correlationId !== undefined)
            for (const { extensions } of errors) extensions['correlationId'] = correlationId;
          return Promise.resolve();
        },
      }),
  };
}

/** As the client calls it, or else what it asks for first. */
function nameOf({ name, operation, selectionSet }: OperationDefinitionNode): string {
  const first = selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  return `${operation} ${name?.value ?? first?.name.value ?? ''}`.slice(0, LONGEST_NAME);
}

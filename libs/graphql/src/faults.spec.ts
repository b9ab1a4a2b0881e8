import { GraphQLError } from 'graphql';
import { DocumentStoreUnavailable } from '#document-store';
import { EventStoreUnavailable } from '#event-sourcing';
import { formatFault } from './faults.js';

describe('what a client is told of a fault', () => {
  const logged: unknown[] = [];
  const told = (cause: Error) => {
    const error = new GraphQLError(cause.message, { path: ['partnership'], originalError: cause });
    return formatFault(
      (fault, correlationId) => logged.push([fault, correlationId]),
      () => 'correlation-1',
    )(error.toJSON(), error);
  };

  it.each([
    new EventStoreUnavailable('EventStoreDB at 10.0.0.7 does not answer'),
    new DocumentStoreUnavailable('MongoDB at 10.0.0.8 does not answer'),
    Object.assign(new Error('The vault cannot be reached: 10.0.0.8'), { retryable: true }),
  ])('is to send the same again, where the fault passes: %s', (cause) => {
    expect(told(cause)).toEqual({
      path: ['partnership'],
      message: 'Something that this needs cannot be used at the moment. Send the same request again.',
      extensions: { code: 'UNAVAILABLE', retryable: true, correlationId: 'correlation-1' },
    });
    expect(logged.at(-1)).toEqual([cause, 'correlation-1']);
  });

  it('is where to ask, for any other, and nothing of what it says', () => {
    expect(told(new Error('Jana Muster is not defined'))).toEqual({
      path: ['partnership'],
      message: 'Something went wrong on our side. Ask for correlation-1 in the log.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'correlation-1' },
    });
  });
});

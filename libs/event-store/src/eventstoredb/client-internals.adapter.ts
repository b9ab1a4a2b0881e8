import type { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';

/** What both client packages have and need, but keep from their public types. */
interface ClientInternals {
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
  getChannel(): Promise<Channel>;
  dispose(): Promise<void>;
  GRPCStreamCreator: StreamCreator;
  /** Who makes the next call of a service. */
  getGRPCClient: (service: unknown, name: string) => Promise<Caller>;
  /** Closes the channel of a call that failed so, unless there is a newer one already: the next call makes another. */
  handleError(caller: Caller, error: object): Promise<void>;
}

interface Channel {
  close(): void;
  getConnectivityState(tryToConnect: boolean): number;
}

/** The generated client of a gRPC service. */
interface Caller {
  getChannel(): Channel;
}

type StreamCreator = (service: unknown, name: string, ...rest: readonly unknown[]) => () => Promise<EventEmitter>;

/** gRPC's numbers. */
const CONNECTING = 1;
const UNAVAILABLE = 14;

/** So often a channel is seen connecting before it counts as stuck. */
const LOOKS = 4;

/** The server's version; asking for it is also the cheapest way to find out whether the server is there. */
export async function serverVersionOf(client: object): Promise<string> {
  const { capabilities } = client as ClientInternals;
  return (await capabilities).serverVersion;
}

/**
 * Ends every call and closes the channel, which `dispose` alone leaves open. `dispose` cancels the calls at once, but then
 * waits for ever for one that had ended before: it is not waited for.
 */
export async function closeClient(client: object): Promise<void> {
  const internals = client as ClientInternals;
  internals.dispose().catch(() => undefined); // what cannot be cancelled ends with the channel
  await setImmediate();
  try {
    (await internals.getChannel()).close();
  } catch {
    // no channel can be made to a cluster that does not answer, so there is none to close
  }
}

/**
 * Leaves answers out that nobody waits for any more. EventStoreDB's client keeps one table of pending appends for all
 * streams of the process and empties it when one of them fails; an answer on another stream would then be an uncaught
 * TypeError. Whoever waited has been told of the failure and appends again.
 */
export function ignoreLateAnswers(client: object): void {
  const internals = client as ClientInternals;
  const create = internals.GRPCStreamCreator;
  const guarded = new WeakSet<EventEmitter>();
  internals.GRPCStreamCreator = (service, name, ...rest) => {
    const begin = create(service, name, ...rest);
    if (name !== 'appendToStream') return begin;
    return async () => {
      const stream = await begin();
      if (!guarded.has(stream)) guard(stream);
      guarded.add(stream);
      return stream;
    };
  };
}

/**
 * Gives a connection up that has been on its way for this long: `@grpc/grpc-js` waits for ever for a server that takes a
 * connection and then says nothing (grpc/grpc-node#2785), and with it every call without a deadline, as reads are. Those
 * fail as unavailable then, and the next call makes a new connection. Gives what ends the watch.
 */
export function giveUpStuckConnections(client: object, connectMs: number): () => void {
  const internals = client as ClientInternals;
  const callerOf = internals.getGRPCClient;
  let last: Caller | undefined;
  internals.getGRPCClient = async (service, name) => (last = await callerOf(service, name));
  let looks = 0;
  const look = (): void => {
    looks = last?.getChannel().getConnectivityState(false) === CONNECTING ? looks + 1 : 0;
    if (last === undefined || looks < LOOKS) return;
    looks = 0;
    void internals.handleError(last, { code: UNAVAILABLE, details: 'The connection could not be made in time.' });
  };
  const timer = setInterval(look, connectMs / LOOKS).unref();
  return () => {
    clearInterval(timer);
  };
}

function guard(stream: EventEmitter): void {
  for (const listener of stream.listeners('data') as ((answer: unknown) => void)[]) {
    stream.off('data', listener);
    stream.on('data', (answer) => {
      try {
        listener(answer);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    });
  }
}

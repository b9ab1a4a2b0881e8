import type { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';

/** What both client packages have and need, but keep from their public types. */
interface ClientInternals {
  readonly capabilities: Promise<{ readonly serverVersion: string }>;
  getChannel(): Promise<{ close(): void }>;
  dispose(): Promise<void>;
  GRPCStreamCreator: StreamCreator;
}

type StreamCreator = (service: unknown, name: string, ...rest: readonly unknown[]) => () => Promise<EventEmitter>;

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

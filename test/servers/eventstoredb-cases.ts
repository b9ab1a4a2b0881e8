import {
  type AllStreamSubscription,
  ANY,
  BACKWARDS,
  END,
  type EventData,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  type ResolvedEvent,
  START,
  STREAM_EXISTS,
} from '@eventstore/db-client';

/** A server on which the cases are tried, the real one or the double; its log may hold anything already. */
export interface ServerUnderCases {
  readonly url: string;
  release(): void;
}

const MEBIBYTE = 1_048_576;

/** An event with nothing but a number. */
export const event = (number = 0, id: string = crypto.randomUUID()) =>
  jsonEvent({ id, type: 'ReviewHeld', data: { number } });

/** All items of an iteration. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What a call or an iteration fails with, as far as it can be compared. */
export async function failure(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  return error as Record<string, unknown>;
}

/** Resolves when a subscription has said that it has caught up, with all that it said, of events those that are `wanted`. */
export function untilCaughtUp(
  subscribed: AllStreamSubscription,
  wanted: (resolved: ResolvedEvent) => boolean = () => true,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    subscribed.on('confirmation', () => said.push('confirmation'));
    subscribed.on('data', (resolved) => {
      if (wanted(resolved)) said.push(`data ${JSON.stringify(resolved.event?.data)}`);
    });
    subscribed.on('caughtUp', () => resolve([...said, 'caughtUp']));
    subscribed.on('error', reject);
  });
}

/**
 * How EventStoreDB 24.10 behaves towards its own client, as measured: the same cases on the real server and on the double,
 * so that the double cannot drift away from it.
 */
export function describeServerCases(subject: string, start: () => Promise<ServerUnderCases>): void {
  describe(`${subject} answers its clients`, () => {
    let server: ServerUnderCases;
    let client: EventStoreDBClient;
    let name: string;
    let begin: { readonly commit: bigint; readonly prepare: bigint } | undefined;
    beforeEach(async () => {
      server = await start();
      client = EventStoreDBClient.connectionString(server.url);
      name = `partnership-${crypto.randomUUID()}`;
      const [last] = await all(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
      begin = last?.event?.position;
    });
    afterEach(async () => {
      await client.dispose();
      server.release();
    });

    const append = (
      expectedRevision: bigint | typeof NO_STREAM | typeof ANY | typeof STREAM_EXISTS,
      events: EventData[],
    ) => client.appendToStream(name, events, { expectedRevision });
    const stream = async (options = {}) =>
      (await all(client.readStream(name, options))).map((resolved) => resolved.event?.data);
    /** A server brings a soft-deleted stream back a moment after it has answered the append. */
    const onceFound = async (): Promise<unknown[]> => {
      for (;;) {
        try {
          return await stream();
        } catch (error) {
          if ((error as { readonly type?: unknown }).type !== 'stream-not-found') throw error;
        }
      }
    };
    const isOurs = ({ event: found }: ResolvedEvent) => found?.streamId.endsWith(name) === true;
    const log = async (options = {}) =>
      (await all(client.readAll({ fromPosition: begin ?? START, maxCount: 1_000, ...options })))
        .filter(isOurs)
        .map((resolved) => resolved.event!);

    describe('appending', () => {
      it('names the revisions of a wrong expected revision, and says nothing else', async () => {
        await append(NO_STREAM, [event(), event()]);
        expect(await failure(append(NO_STREAM, [event()]))).toMatchObject({
          type: 'wrong-expected-version',
          streamName: name,
          expectedVersion: 'no_stream',
          actualVersion: 1n,
          message: '',
        });
        expect(await failure(append(0n, [event()]))).toMatchObject({ expectedVersion: 0n, actualVersion: 1n });
      });

      it.each<[string, 'no_stream' | 'any' | 'stream_exists']>([
        ['the same expected revision', NO_STREAM],
        ['any', ANY],
        ['stream exists', STREAM_EXISTS],
      ])('answers the same ids at %s with the first result, whatever they hold', async (_case, expected) => {
        const ids = [crypto.randomUUID(), crypto.randomUUID()];
        const first = await append(NO_STREAM, [event(0, ids[0]), event(1, ids[1])]);
        await append(1n, [event(2)]);
        const again = await append(expected, [event(70, ids[0]), event(71, ids[1])]);
        expect(again).toEqual(first);
        expect(await stream()).toEqual([{ number: 0 }, { number: 1 }, { number: 2 }]);
      });

      it('refuses ids of which a part is known', async () => {
        const known = event();
        await append(NO_STREAM, [known]);
        expect(await failure(append(NO_STREAM, [known, event()]))).toMatchObject({ type: 'wrong-expected-version' });
      });

      it('writes the same ids again at the current revision, and an id twice in one batch', async () => {
        const one = event();
        await append(NO_STREAM, [one, one]);
        expect((await append(1n, [one])).nextExpectedRevision).toBe(2n);
        expect(await stream()).toHaveLength(3);
      });

      it('refuses more than 1 MiB, with the limit, and far more without reason', async () => {
        const sized = (bytes: number) => jsonEvent({ type: 'Filler', data: { filler: 'x'.repeat(bytes) } });
        expect(await failure(append(NO_STREAM, [sized(MEBIBYTE)]))).toMatchObject({
          type: 'maximum-append-size-exceeded',
          maxAppendSize: MEBIBYTE,
        });
        expect(await failure(append(NO_STREAM, [sized(MEBIBYTE / 2), sized(MEBIBYTE / 2)]))).toMatchObject({
          type: 'maximum-append-size-exceeded',
        });
        expect(await failure(append(NO_STREAM, [sized(17 * MEBIBYTE)]))).toMatchObject({ type: 'unknown', code: 8 });
      });

      it('takes an empty batch, which leaves no stream', async () => {
        expect(await append(NO_STREAM, [])).toMatchObject({ success: true, nextExpectedRevision: 0n });
        expect(await failure(stream())).toMatchObject({ type: 'stream-not-found' });
      });

      it('does not recognize what has no name or no UUID', async () => {
        const badRequest = {
          type: 'unknown',
          message: expect.stringContaining('Could not recognize BadRequest') as string,
        };
        // a server with users asks first who may write to such a stream, and nobody may
        const { type } = await failure(client.appendToStream('', event()));
        expect(['unknown', 'access-denied']).toContain(type);
        expect(await failure(append(ANY, [{ ...event(), type: '' }]))).toMatchObject(badRequest);
        expect(await failure(append(ANY, [{ ...event(), id: 'one' }]))).toMatchObject(badRequest);
      });
    });

    describe('reading', () => {
      it('finds no missing stream, and no soft-deleted one, while it is iterated', async () => {
        await append(NO_STREAM, [event(0), event(1)]);
        await client.deleteStream(name);
        const reading = client.readStream(name);
        expect(await failure(all(reading))).toMatchObject({ type: 'stream-not-found', streamName: name });
        expect(await failure(all(client.readStream('missing-1')))).toMatchObject({ type: 'stream-not-found' });
      });

      it('goes on at the next revision after a soft delete', async () => {
        await append(NO_STREAM, [event(0), event(1)]);
        await client.deleteStream(name);
        expect((await append(NO_STREAM, [event(2)])).nextExpectedRevision).toBe(2n);
        expect(await onceFound()).toEqual([{ number: 2 }]);
      });

      it('finds a tombstoned stream deleted', async () => {
        await append(NO_STREAM, [event()]);
        await client.tombstoneStream(name);
        expect(await failure(stream())).toMatchObject({ type: 'stream-deleted' });
        expect((await log()).at(-1)).toMatchObject({ type: '$streamDeleted', revision: 9_223_372_036_854_775_807n });
      });

      it('gives nothing from beyond the end, and only the first event backwards from no revision', async () => {
        await append(NO_STREAM, [event(0), event(1)]);
        expect(await stream({ fromRevision: 7n })).toEqual([]);
        expect(await stream({ direction: BACKWARDS })).toEqual([{ number: 0 }]);
        expect(await stream({ direction: BACKWARDS, fromRevision: END })).toEqual([{ number: 1 }, { number: 0 }]);
      });

      it.each([
        ['no events at all', { maxCount: 0 }],
        ['forwards from the end', { direction: FORWARDS, fromRevision: END }],
      ])('fails when it is asked for %s', async (_case, options) => {
        await append(NO_STREAM, [event()]);
        expect(await failure(stream(options))).toMatchObject({ type: 'unknown' });
      });

      it('begins the log at a position forwards and before it backwards, and never inside a record', async () => {
        await append(NO_STREAM, [event(0), event(1), event(2)]);
        const fromPosition = (await log())[1]!.position;
        const numbers = async (direction: typeof FORWARDS | typeof BACKWARDS) =>
          (await log({ fromPosition, direction })).map(({ data }) => data);
        expect(await numbers(FORWARDS)).toEqual([{ number: 1 }, { number: 2 }]);
        expect(await numbers(BACKWARDS)).toEqual([{ number: 0 }]);
        const inside = { commit: fromPosition.commit + 1n, prepare: fromPosition.prepare + 1n };
        expect(await failure(all(client.readAll({ fromPosition: inside })))).toMatchObject({ type: 'unknown' });
      });
    });

    describe('the metadata of a stream', () => {
      it('limit what is read of it, not what the log shows, and replace each other', async () => {
        await append(NO_STREAM, [event(0), event(1), event(2)]);
        await client.setStreamMetadata(name, { maxCount: 1 });
        expect(await stream()).toEqual([{ number: 2 }]);
        await client.setStreamMetadata(name, { truncateBefore: 1 });
        expect(await stream()).toEqual([{ number: 1 }, { number: 2 }]);
        expect((await log()).map(({ type }) => type)).toEqual([
          ...['ReviewHeld', 'ReviewHeld', 'ReviewHeld'],
          ...['$metadata', '$metadata'],
        ]);
      });
    });

    describe('subscribing to the log', () => {
      let subscription: AllStreamSubscription | undefined;
      afterEach(async () => {
        await subscription?.unsubscribe();
        subscription = undefined;
      });

      it('says that it has caught up at once where nothing is to come', async () => {
        subscription = client.subscribeToAll({ fromPosition: END });
        expect(await untilCaughtUp(subscription, isOurs)).toEqual(['confirmation', 'caughtUp']);
      });

      it('begins after the position given, confirms first and says last that it has caught up', async () => {
        await append(NO_STREAM, [event(0), event(1), event(2)]);
        subscription = client.subscribeToAll({ fromPosition: (await log())[0]!.position });
        expect(await untilCaughtUp(subscription, isOurs)).toEqual([
          'confirmation',
          'data {"number":1}',
          'data {"number":2}',
          'caughtUp',
        ]);
      });

      it('says that it has caught up before a slow consumer has taken anything', async () => {
        await append(NO_STREAM, [event(0), event(1), event(2)]);
        subscription = client.subscribeToAll({ fromPosition: (await log())[0]!.position });
        subscription.on('error', () => undefined);
        await new Promise<void>((resolve) => subscription?.on('caughtUp', resolve));
        expect(subscription.read()).toMatchObject({ event: { data: { number: 1 } } });
      });
    });
  });
}

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
  START,
  STREAM_EXISTS,
} from '@eventstore/db-client';
import { EventStoreDouble } from './event-store-double.js';

const event = (number = 0, id: string = crypto.randomUUID()) => jsonEvent({ id, type: 'ReviewHeld', data: { number } });
const MEBIBYTE = 1_048_576;

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What a call or an iteration fails with, as far as it can be compared. */
async function failure(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  return error as Record<string, unknown>;
}

/** The cases of eventstoredb.md, measured on a real server, with its own client against the double. */
describe('the double of EventStoreDB behaves as the server does', () => {
  let double: EventStoreDouble;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    double = await EventStoreDouble.start();
    client = EventStoreDBClient.connectionString(double.url());
  });
  afterEach(async () => {
    await client.dispose();
    double.down();
  });

  const append = (
    expectedRevision: bigint | typeof NO_STREAM | typeof ANY | typeof STREAM_EXISTS,
    events: EventData[],
  ) => client.appendToStream('partnership-1', events, { expectedRevision });
  const stream = async (options = {}) =>
    (await all(client.readStream('partnership-1', options))).map((resolved) => resolved.event?.data);
  const log = async () => (await all(client.readAll())).map((resolved) => resolved.event!);

  describe('appending', () => {
    it('names the revisions of a wrong expected revision, and says nothing else', async () => {
      await append(NO_STREAM, [event(), event()]);
      expect(await failure(append(NO_STREAM, [event()]))).toMatchObject({
        type: 'wrong-expected-version',
        streamName: 'partnership-1',
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
      expect(await failure(client.appendToStream('', event()))).toMatchObject(badRequest);
      expect(await failure(append(ANY, [{ ...event(), type: '' }]))).toMatchObject(badRequest);
      expect(await failure(append(ANY, [{ ...event(), id: 'one' }]))).toMatchObject(badRequest);
    });

    it('is unavailable while it is down, and not ready just after', async () => {
      double.misbehaviour.appends.push('not-ready');
      expect(await failure(append(ANY, [event()]))).toMatchObject({
        type: 'unknown',
        message: expect.stringContaining('Server Is Not Ready') as string,
      });
      double.down();
      expect(await failure(append(ANY, [event()]))).toMatchObject({ code: 14 });
      await double.up();
    });
  });

  describe('reading', () => {
    it('finds no missing stream, and no soft-deleted one, while it is iterated', async () => {
      await append(NO_STREAM, [event(0), event(1)]);
      await client.deleteStream('partnership-1');
      const reading = client.readStream('partnership-1');
      expect(await failure(all(reading))).toMatchObject({ type: 'stream-not-found', streamName: 'partnership-1' });
      expect(await failure(all(client.readStream('missing-1')))).toMatchObject({ type: 'stream-not-found' });
    });

    it('goes on at the next revision after a soft delete', async () => {
      await append(NO_STREAM, [event(0), event(1)]);
      await client.deleteStream('partnership-1');
      expect((await append(NO_STREAM, [event(2)])).nextExpectedRevision).toBe(2n);
      expect(await stream()).toEqual([{ number: 2 }]);
    });

    it('finds a tombstoned stream deleted', async () => {
      await append(NO_STREAM, [event()]);
      await client.tombstoneStream('partnership-1');
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
        (await all(client.readAll({ fromPosition, direction }))).map((resolved) => resolved.event?.data);
      expect(await numbers(FORWARDS)).toEqual([{ number: 1 }, { number: 2 }]);
      expect(await numbers(BACKWARDS)).toEqual([{ number: 0 }]);
      const inside = { commit: fromPosition.commit + 1n, prepare: fromPosition.prepare + 1n };
      expect(await failure(all(client.readAll({ fromPosition: inside })))).toMatchObject({ type: 'unknown' });
    });

    it('gives malformed JSON back as text', async () => {
      double.log.append('broken-1', 'any', [
        {
          id: crypto.randomUUID(),
          type: 'Broken',
          contentType: 'application/json',
          data: Buffer.from('{"a":'),
          metadata: Buffer.from(''),
        },
      ]);
      expect((await log())[0]).toMatchObject({ data: '{"a":', isJson: true });
    });
  });

  describe('the metadata of a stream', () => {
    it('limit what is read of it, not what the log shows, and replace each other', async () => {
      await append(NO_STREAM, [event(0), event(1), event(2)]);
      await client.setStreamMetadata('partnership-1', { maxCount: 1 });
      expect(await stream()).toEqual([{ number: 2 }]);
      await client.setStreamMetadata('partnership-1', { truncateBefore: 1 });
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

    /** Resolves when the subscription has said so often that it has caught up, with all that it said. */
    const untilCaughtUp = (subscribed: AllStreamSubscription): Promise<string[]> =>
      new Promise((resolve, reject) => {
        const said: string[] = [];
        subscribed.on('confirmation', () => said.push('confirmation'));
        subscribed.on('data', (resolved) => said.push(`data ${JSON.stringify(resolved.event?.data)}`));
        subscribed.on('caughtUp', () => resolve([...said, 'caughtUp']));
        subscribed.on('error', reject);
      });

    it('says that it has caught up at once with an empty log', async () => {
      subscription = client.subscribeToAll();
      expect(await untilCaughtUp(subscription)).toEqual(['confirmation', 'caughtUp']);
    });

    it('begins after the position given, confirms first and says last that it has caught up', async () => {
      await append(NO_STREAM, [event(0), event(1), event(2)]);
      subscription = client.subscribeToAll({ fromPosition: (await log())[0]!.position });
      expect(await untilCaughtUp(subscription)).toEqual([
        'confirmation',
        'data {"number":1}',
        'data {"number":2}',
        'caughtUp',
      ]);
    });

    it('says that it has caught up before a slow consumer has taken anything', async () => {
      await append(NO_STREAM, [event(0), event(1)]);
      subscription = client.subscribeToAll({ fromPosition: START });
      subscription.on('error', () => undefined);
      await new Promise<void>((resolve) => subscription?.on('caughtUp', resolve));
      expect(subscription.read()).toMatchObject({ event: { data: { number: 0 } } });
    });

    it('begins its checkpoints at the beginning of the log and goes on by search windows', async () => {
      await append(
        NO_STREAM,
        Array.from({ length: 70 }, (_, number) => event(number)),
      );
      const reached: bigint[] = [];
      subscription = client.subscribeToAll({
        filter: {
          filterOn: 'streamName',
          prefixes: ['nobody-'],
          maxSearchWindow: 32,
          checkpointInterval: 1,
          checkpointReached: (_subscription, { commit }) => void reached.push(commit),
        },
      });
      await untilCaughtUp(subscription);
      const events = await log();
      expect(reached).toEqual([0n, events[31]!.position.commit, events[63]!.position.commit]);
    });

    it('only reports an error when the server is gone, and can be taken up after the last event', async () => {
      await append(NO_STREAM, [event(0), event(1)]);
      subscription = client.subscribeToAll();
      const ends: string[] = [];
      for (const name of ['end', 'close'] as const) subscription.on(name, () => ends.push(name));
      await untilCaughtUp(subscription);
      const dropped = new Promise<unknown>((resolve) => subscription?.on('error', resolve));
      await double.restart();
      expect(await dropped).toMatchObject({ type: 'unavailable', code: 14 });
      expect([subscription.destroyed, ends]).toEqual([false, []]);
      const [first] = await log();
      subscription = client.subscribeToAll({ fromPosition: first!.position });
      expect(await untilCaughtUp(subscription)).toEqual(['confirmation', 'data {"number":1}', 'caughtUp']);
    });
  });
});

import { type AllStreamSubscription, ANY, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { EventStoreDouble } from './event-store-double.js';
import { all, describeServerCases, event, failure, untilCaughtUp } from '../../servers/eventstoredb-cases.js';

describeServerCases('the double of EventStoreDB', async () => {
  const double = await EventStoreDouble.start();
  return { url: double.url(), release: () => double.down() };
});

/** What cannot be tried on a real server at will: it was measured there once. */
describe('the double of EventStoreDB behaves as the server did', () => {
  let double: EventStoreDouble;
  let client: EventStoreDBClient;
  let subscription: AllStreamSubscription | undefined;
  beforeEach(async () => {
    double = await EventStoreDouble.start();
    client = EventStoreDBClient.connectionString(double.url());
  });
  afterEach(async () => {
    await subscription?.unsubscribe();
    subscription = undefined;
    await client.dispose();
    double.down();
  });

  const append = (expectedRevision: typeof NO_STREAM | typeof ANY, events: ReturnType<typeof event>[]) =>
    client.appendToStream('partnership-1', events, { expectedRevision });
  const log = async () => (await all(client.readAll())).map((resolved) => resolved.event!);

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
  it('says that it has caught up at once with an empty log', async () => {
    subscription = client.subscribeToAll();
    expect(await untilCaughtUp(subscription)).toEqual(['confirmation', 'caughtUp']);
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

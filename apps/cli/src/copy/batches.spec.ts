import type { StoredEvent } from '#event-sourcing';
import { batchesOf } from './batches.adapter.js';

function event(stream: string, number: number, bytes = 10): StoredEvent {
  const position = String(number).padStart(20, '0');
  const data = { filler: 'x'.repeat(bytes) };
  return { id: `e-${number}`, type: 'ReviewHeld', data, metadata: {}, stream, revision: BigInt(number), position };
}

async function batched(...events: readonly StoredEvent[]): Promise<readonly (readonly string[])[]> {
  const batches: (readonly string[])[] = [];
  // eslint-disable-next-line @typescript-eslint/require-await -- the log is a list here
  const log = async function* (): AsyncGenerator<StoredEvent> {
    yield* events;
  };
  for await (const batch of batchesOf(log())) batches.push(batch.map(({ id }) => id));
  return batches;
}

describe('batches of a log', () => {
  it('hold what follows each other in one stream, and never change the order', async () => {
    const events = [event('a', 1), event('a', 2), event('b', 3), event('a', 4), event('a', 5)];
    expect(await batched(...events)).toEqual([['e-1', 'e-2'], ['e-3'], ['e-4', 'e-5']]);
    expect(await batched()).toEqual([]);
  });

  it('stay below what a server takes at once; an event that is larger goes alone', async () => {
    const events = [event('a', 1, 300_000), event('a', 2, 200_000), event('a', 3, 100_000), event('a', 4, 900_000)];
    expect(await batched(...events)).toEqual([['e-1', 'e-2'], ['e-3'], ['e-4']]);
  });

  it('hold 500 events at most', async () => {
    const sizes = (await batched(...Array.from({ length: 1_001 }, (_, index) => event('a', index)))).map(
      ({ length }) => length,
    );
    expect(sizes).toEqual([500, 500, 1]);
  });
});

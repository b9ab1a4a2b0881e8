import type { EventToAppend, JsonObject, StoredEvent } from '#event-sourcing';
import { hashOf, verifyChain } from './hash-chain.js';
import { verifyLog } from './log-verification.adapter.js';

/** A stream whose chain holds. */
function chain(stream: string, length: number): StoredEvent[] {
  let prevHash: string | null = null;
  return Array.from({ length }, (_, index) => {
    const event: EventToAppend = {
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      type: 'ReviewHeld',
      data: { number: index },
      metadata: { prevHash, stream },
    };
    prevHash = hashOf(event);
    const metadata: JsonObject = { ...event.metadata, hash: prevHash };
    return { ...event, metadata, stream, revision: BigInt(index), position: String(index).padStart(20, '0') };
  });
}

const reasons = (events: readonly StoredEvent[]): string[] =>
  verifyChain(events).breaks.map(({ reason, stream, revision }) => `${reason} ${stream}@${String(revision)}`);

describe('the hash of an event', () => {
  it('is the published one: SHA-256 of the canonical JSON of data, id, metadata without hash, and type', () => {
    const event = { type: 'B', metadata: { b: 1, a: null, hash: 'ignored' }, data: { ö: 'é', n: 1e21 }, id: 'A' };
    // printf '%s' '{"data":{"n":1e+21,"ö":"é"},"id":"A","metadata":{"a":null,"b":1},"type":"B"}' | sha256sum
    expect(hashOf(event)).toBe('fafd655c59f588407094362f4eca5143d3d6010078daaab1c276cfe211498131');
  });

  it('does not depend on the order of fields, but on everything in them', () => {
    const event = { id: 'A', type: 'B', data: { a: 1, b: [1, 2] }, metadata: { prevHash: null } };
    const same = hashOf({ ...event, data: { b: [1, 2], a: 1 } });
    const different = [
      { ...event, id: 'C' },
      { ...event, type: 'C' },
      { ...event, data: { a: 1, b: [2, 1] } },
      { ...event, data: { a: '1', b: [1, 2] } },
      { ...event, metadata: { prevHash: 'x' } },
    ].map(hashOf);
    expect(same).toBe(hashOf(event));
    expect(new Set([same, ...different]).size).toBe(6);
  });
});

describe('verifying chains', () => {
  const [first, second, third, fourth] = chain('partnership-1', 4) as [
    StoredEvent,
    StoredEvent,
    StoredEvent,
    StoredEvent,
  ];

  it('finds nothing wrong with untouched streams, interleaved as in the log, and tells where each ends', () => {
    const other = chain('company-1', 2);
    const report = verifyChain([first, ...other, second, third, fourth]);
    expect(report.breaks).toEqual([]);
    expect(report.events).toBe(6);
    expect([...report.heads]).toEqual([
      ['partnership-1', { revision: 3n, hash: fourth.metadata['hash'] }],
      ['company-1', { revision: 1n, hash: other[1]?.metadata['hash'] }],
    ]);
  });

  it.each<[string, StoredEvent[], string[]]>([
    ['changed data', [first, { ...second, data: { number: 9 } }, third], ['HASH partnership-1@1']],
    ['a changed type', [first, { ...second, type: 'ReviewMissed' }, third], ['HASH partnership-1@1']],
    ['a missing event', [first, third, fourth], ['GAP partnership-1@2']],
    ['a missing beginning', [second, third], ['GAP partnership-1@1']],
    ['exchanged events', [first, third, second], ['GAP partnership-1@2', 'GAP partnership-1@1']],
    [
      'a hash that is missing',
      [first, { ...second, metadata: { prevHash: null } }],
      ['LINK partnership-1@1', 'HASH partnership-1@1'],
    ],
    ['data that no JSON can carry', [{ ...first, data: { text: '\ud800' } }], ['HASH partnership-1@0']],
  ])('finds %s', (_case, events, expected) => {
    expect(reasons(events)).toEqual(expected);
  });

  it('finds an event that was changed and given a fitting hash, at the event after it', () => {
    const forged = { ...second, data: { number: 9 } };
    const metadata = { ...second.metadata, hash: hashOf(forged) };
    expect(reasons([first, { ...forged, metadata }, third])).toEqual(['LINK partnership-1@2']);
  });

  it('says in words where and what', () => {
    const [broken] = verifyChain([first, { ...second, data: {} }]).breaks;
    expect(broken?.message).toBe(
      'ReviewHeld at revision 1 of "partnership-1" (position 00000000000000000001) is not what its hash was calculated from.',
    );
  });

  it('comes to the same result while a log is being read', async () => {
    async function* log() {
      yield* await Promise.resolve([first, { ...second, data: {} }, third]);
    }
    expect(await verifyLog(log())).toEqual(verifyChain([first, { ...second, data: {} }, third]));
  });
});

import fc from 'fast-check';
import { z } from 'zod';
import {
  type DomainEvent,
  type EventDefinitions,
  EventInvalid,
  type EventOrigin,
  type EventToAppend,
  EventTypeUnknown,
  EventUnreadable,
  type JsonObject,
  type StoredEvent,
} from '#event-sourcing';
import { createEventCodec } from './domain-event-codec.adapter.js';
import { checkLink, hashOf } from './hash-chain.js';

const definitions = {
  ReviewHeld: {
    version: 3,
    meaning: 'Both sides have met for a review.',
    data: z.strictObject({
      reviewId: z.string(),
      score: z.int().min(1).max(5),
      attendees: z.array(z.string()),
      note: z.string().optional(),
    }),
  },
  Remarked: { version: 1, meaning: 'Something was written down.', data: z.strictObject({ remark: z.json() }) },
} satisfies EventDefinitions;

const codec = createEventCodec({
  definitions,
  upcasts: {
    ReviewHeld: {
      1: ({ id, ...rest }) => ({ ...rest, reviewId: id }),
      2: (data) => ({ ...data, attendees: [] }),
    },
  },
});

const id = '0198c0de-1234-7abc-8def-0123456789ab';
const origin: EventOrigin = {
  recordedAt: '2026-03-31T09:00:00.000Z',
  commandId: '0198c0de-1234-7abc-8def-000000000001',
  $correlationId: '0198c0de-1234-7abc-8def-000000000002',
  $causationId: '0198c0de-1234-7abc-8def-000000000003',
  actor: { userId: 'jana', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' },
  source: 'API',
  clock: 'REAL',
};
const held: DomainEvent = {
  type: 'ReviewHeld',
  occurredOn: '2026-03-28',
  data: { reviewId: 'rev_1', score: 4, attendees: ['prs_1'] },
};

/** What a store gives back: the text of JSON, parsed again. */
function stored(event: EventToAppend, place: Partial<StoredEvent> = {}): StoredEvent {
  const parsed = JSON.parse(JSON.stringify(event)) as EventToAppend;
  return { ...parsed, stream: 'partnership-1', revision: 0n, position: '00000000000000000007', ...place };
}

const storedHeld = (change: { data?: JsonObject; metadata?: JsonObject } = {}): StoredEvent => {
  const event = stored(codec.encode(held, id, origin, null));
  return { ...event, data: { ...event.data, ...change.data }, metadata: { ...event.metadata, ...change.metadata } };
};

/** The error of a call that has to fail. */
function faultOf(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('expected a fault');
}

describe('storing an event', () => {
  it('puts the whole envelope around it, always in the same order', () => {
    const { metadata, ...rest } = codec.encode(held, id, { ...origin, policyVersion: '3' }, 'ab'.repeat(32));
    expect(rest).toEqual({ id, type: 'ReviewHeld', data: held.data });
    expect(JSON.stringify(metadata)).toBe(
      JSON.stringify({
        schemaVersion: 3,
        recordedAt: '2026-03-31T09:00:00.000Z',
        occurredOn: '2026-03-28',
        lateDays: 3,
        commandId: origin.commandId,
        $correlationId: origin.$correlationId,
        $causationId: origin.$causationId,
        actor: origin.actor,
        source: 'API',
        clock: 'REAL',
        policyVersion: '3',
        prevHash: 'ab'.repeat(32),
        hash: metadata['hash'],
      }),
    );
    expect(metadata['hash']).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['on the same day', '2026-03-31', '2026-03-31T21:59:59.999Z', 0],
    ['after midnight in Berlin, which is before midnight UTC', '2026-03-31', '2026-03-31T22:00:00.000Z', 1],
    ['across a leap day', '2028-02-28', '2028-03-01T12:00:00.000Z', 2],
    ['with a date after the recording', '2026-04-05', '2026-03-31T09:00:00.000Z', 0],
    ['a year late', '2025-03-31', '2026-03-31T09:00:00.000Z', 365],
  ])('counts how late it was recorded: %s', (_case, occurredOn, recordedAt, lateDays) => {
    const { metadata } = codec.encode({ ...held, occurredOn }, id, { ...origin, recordedAt }, null);
    expect(metadata['lateDays']).toBe(lateDays);
  });

  it.each<[string, Partial<DomainEvent>, string]>([
    ['of a type that no context declares', { type: 'ReviewDreamt' }, 'ReviewDreamt is not declared'],
    ['with a score that the schema refuses', { data: { ...held.data, score: 9 } }, 'data.score'],
    ['with a field that the schema does not have', { data: { ...held.data, mood: 'good' } }, 'mood'],
    ['on a date that does not exist', { occurredOn: '2026-02-30' }, 'ReviewHeld.occurredOn is "2026-02-30"'],
    ['with text that no JSON can carry', { type: 'Remarked', data: { remark: '\ud800' } }, 'what JSON cannot carry'],
  ])('refuses one %s', (_case, change, message) => {
    const fault = faultOf(() => codec.encode({ ...held, ...change }, id, origin, null));
    expect(fault).toBeInstanceOf(EventInvalid);
    expect(fault.message).toContain(message);
  });

  it('names the field and the rule but never the value, which might be somebody’s name', () => {
    const data = { ...held.data, score: 'Erika Mustermann' };
    const { message } = faultOf(() => codec.encode({ ...held, data }, id, origin, null));
    expect(message).toContain('data.score');
    expect(message).not.toContain('Erika');
  });
});

describe('reading a stored event', () => {
  it('gives back what was stored, with its place', () => {
    const event = storedHeld();
    expect(codec.decode(event)).toStrictEqual({ ...held, ...event });
  });

  it.each([
    ['the first version', 1, { id: 'rev_1', score: 4 }, []],
    ['the second version', 2, { reviewId: 'rev_1', score: 4 }, []],
    ['the present version', 3, { reviewId: 'rev_1', score: 4, attendees: ['prs_1'] }, ['prs_1']],
  ])('brings %s to the present form', (_case, schemaVersion, data, attendees) => {
    const event = storedHeld({ metadata: { schemaVersion } });
    const decoded = codec.decode({ ...event, data });
    expect(decoded.data).toEqual({ reviewId: 'rev_1', score: 4, attendees });
    expect(decoded.metadata.schemaVersion).toBe(schemaVersion);
    expect(codec.decodeUnchecked({ ...event, data })).toEqual(decoded);
  });

  it('does not know a type that no context declares, and says where it stands', () => {
    const fault = faultOf(() => codec.decode({ ...storedHeld(), type: 'ReviewDreamt', revision: 5n }));
    expect(fault).toBeInstanceOf(EventTypeUnknown);
    expect(fault.message).toContain('ReviewDreamt at position 00000000000000000007, revision 5 of "partnership-1"');
  });

  it.each<[string, { data?: JsonObject; metadata?: JsonObject }, string]>([
    ['from a later version of the software', { metadata: { schemaVersion: 4 } }, 'has version 4'],
    ['without a version', { metadata: { schemaVersion: 'one' } }, 'metadata.schemaVersion'],
    ['with a version that never was', { metadata: { schemaVersion: 0 } }, 'has version 0'],
    ['that the schema refuses', { data: { score: 9 } }, 'data.score'],
    ['without the instant of its recording', { metadata: { recordedAt: null } }, 'metadata.recordedAt'],
    ['with a damaged actor', { metadata: { actor: { userId: 'jana' } } }, 'metadata.actor'],
    ['with a damaged link', { metadata: { prevHash: 7 } }, 'metadata.prevHash'],
    ['with a damaged lateness', { metadata: { lateDays: 1.5 } }, 'metadata.lateDays'],
    ['with a damaged policy version', { metadata: { policyVersion: 3 } }, 'metadata.policyVersion'],
    ['whose upcast stumbles', { metadata: { schemaVersion: 1 }, data: { id: 5 } }, 'data.reviewId'],
  ])('cannot read one %s, and says where it stands', (_case, change, message) => {
    const fault = faultOf(() => codec.decode(storedHeld(change)));
    expect(fault).toBeInstanceOf(EventUnreadable);
    expect(fault.message).toContain('ReviewHeld at position 00000000000000000007, revision 0 of "partnership-1"');
    expect(fault.message).toContain(message);
  });
});

describe('setting the codec up', () => {
  const { ReviewHeld } = definitions;
  it.each([
    ['an old version without an upcast', { ReviewHeld: { 1: (data: object) => ({ ...data }) } }, 'no upcast from 2'],
    ['no upcasts at all', {}, 'no upcast from 1'],
    ['an upcast from the present version', { ReviewHeld: { 3: (data: object) => ({ ...data }) } }, 'leads nowhere'],
    ['an upcast of a type that is not there', { ReviewDreamt: {} }, 'ReviewDreamt'],
  ])('refuses %s', (_case, upcasts, message) => {
    expect(faultOf(() => createEventCodec({ definitions: { ReviewHeld }, upcasts })).message).toContain(message);
  });
});

describe('whatever is written down', () => {
  const remarks = fc.record({
    remark: fc.jsonValue({ noUnicodeString: false }),
    days: fc.integer({ min: 0, max: 400 }),
  });
  const encoded = (remark: unknown): EventToAppend =>
    codec.encode({ type: 'Remarked', occurredOn: '2026-03-01', data: { remark } }, id, origin, null);

  it('comes back as it was, and its chain holds', () => {
    fc.assert(
      fc.property(remarks, ({ remark }) => {
        const event = stored(encoded(remark));
        expect(codec.decode(event).data).toEqual(JSON.parse(JSON.stringify({ remark })));
        expect(checkLink(undefined, event).breaks).toEqual([]);
        expect(hashOf(event)).toBe(event.metadata['hash']);
      }),
    );
  });

  it('cannot be changed in a single character without the chain showing it', () => {
    fc.assert(
      fc.property(remarks, fc.nat(), fc.integer({ min: 32, max: 126 }), ({ remark }, at, code) => {
        const { data, metadata } = encoded(remark);
        const text = JSON.stringify({ data, metadata });
        const place = at % text.length;
        const changed = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
        const parsed = parse(changed);
        // a change that JSON itself does not see (a letter of an escape) is no change
        fc.pre(parsed !== undefined && JSON.stringify(parsed) !== text);
        const event = stored({ id, type: 'Remarked', data: {}, metadata: {}, ...parsed });
        expect(checkLink(undefined, event).breaks).not.toEqual([]);
      }),
    );
  });
});

function parse(text: string): Partial<EventToAppend> | undefined {
  try {
    return JSON.parse(text) as Partial<EventToAppend>;
  } catch {
    return undefined;
  }
}

import { deriveEventId, deriveId } from './derived-ids.js';

const command = '0198c0de-1234-7abc-8def-0123456789ab';
const randomCommand = '3f2b8c1e-1234-4abc-8def-0123456789ab';

describe('ids derived from a command', () => {
  it('are the same for the same command, stream and index, so that a repeat appends the same events', () => {
    expect(deriveEventId(command, 'partnership-1', 0)).toBe(deriveEventId(command, 'partnership-1', 0));
    expect(deriveId('rev', command, 1)).toBe(deriveId('rev', command, 1));
  });

  it('differ by command, stream, kind and index', () => {
    const ids = [
      deriveEventId(command, 'partnership-1', 0),
      deriveEventId(command, 'partnership-1', 1),
      deriveEventId(command, 'partnership-2', 0),
      deriveEventId(randomCommand, 'partnership-1', 0),
      deriveId('rev', command),
      deriveId('rev', command, 1),
      deriveId('act', command).replace('act', 'rev'),
      deriveId('rev', randomCommand),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['a time-ordered command id', command, '7'],
    ['a random command id', randomCommand, '8'],
  ])('are UUIDs from %s', (_case, id, version) => {
    const eventId = deriveEventId(id, 'partnership-1', 0);
    expect(eventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(eventId[14]).toBe(version);
  });

  it('keep the time of a time-ordered command, because random ids slow the store down', () => {
    expect(deriveEventId(command.toUpperCase(), 'partnership-1', 0).slice(0, 13)).toBe('0198c0de-1234');
    const later = '0198c0de-1235-7000-8000-000000000000';
    expect(deriveEventId(command, 'z', 9) < deriveEventId(later, 'a', 0)).toBe(true);
    expect(deriveId('prt', command) < deriveId('prt', later)).toBe(true);
  });

  it('name new things with a prefix and a ULID', () => {
    expect(deriveId('prt', command)).toMatch(/^prt_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(deriveId('prt', randomCommand)).toMatch(/^prt_0{10}[0-9A-HJKMNP-TV-Z]{16}$/);
  });
});

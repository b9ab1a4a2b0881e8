import { validate, version } from 'uuid';
import { newCommandId } from './new-command-id.js';

describe('the id of a command that came without one', () => {
  it('is a UUID v7 of this moment', () => {
    const before = Date.now();
    const id = newCommandId();
    expect([validate(id), version(id)]).toEqual([true, 7]);
    const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('is another one each time', () => {
    const ids = Array.from({ length: 1_000 }, newCommandId);
    expect(new Set(ids).size).toBe(1_000);
  });
});

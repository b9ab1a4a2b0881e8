import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineProjection } from '../define-projection.js';
import { importCode } from './import-code.adapter.js';

describe('imported code', () => {
  let temporary: string;
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'accord-import-'));
  });
  afterAll(() => rm(temporary, { recursive: true, force: true }));

  const options = (timeLimitMs = 60_000) => ({ temporary, timeLimitMs });

  it('gets the very modules of this process, and packages', async () => {
    const code = `export { defineProjection } from '#analytics'; export { z } from 'zod';`;
    const { z } = await import('zod');
    expect(await importCode(code, 'door', options())).toMatchObject({ defineProjection, z });
  });

  it('is another module each time', async () => {
    const code = 'export const made = {};';
    const [one, other] = [await importCode(code, 'made', options()), await importCode(code, 'made', options())];
    expect(one['made']).not.toBe(other['made']);
  });

  it('leaves nothing behind, also when it throws or never ends', async () => {
    await importCode('export const one = 1;', 'one', options());
    await expect(importCode('throw new Error("no");', 'no', options())).rejects.toThrow('no');
    await expect(importCode('await new Promise(() => undefined);', 'hung', options(1))).rejects.toThrow(
      'An `await` outside its functions has not ended after 0.001 s.',
    );
    expect(await readdir(temporary)).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CompiledSources, compileForChild } from '../../../../../test/support/compiled.js';
import type { SealedText } from '../../domain/sealed-text.js';
import { openSqliteVault } from './open-sqlite-vault.adapter.js';

const ROUNDS = 20;

describe('several processes at one vault file', () => {
  let folder: string;
  let sources: CompiledSources | undefined;

  beforeAll(async () => {
    sources = await compileForChild(['libs/directory', 'libs/event-sourcing', 'libs/calendar']);
    folder = await mkdtemp(join(tmpdir(), 'accord-vault-'));
  });

  afterAll(async () => {
    sources?.remove();
    await rm(folder, { recursive: true });
  });

  it('create, write, read and redact at once without losing or keeping anything', async () => {
    const path = join(folder, 'vault.db');
    const script = sources?.script('libs/directory/src/testing/vault-child.ts') ?? '';
    const work = async (name: string): Promise<readonly SealedText[]> => {
      const { stdout } = await promisify(execFile)(process.execPath, [script, path, name, String(ROUNDS)]);
      return JSON.parse(stdout) as readonly SealedText[];
    };
    const names = ['one', 'two', 'three'];
    const sealed = await Promise.all(names.map(work));

    const vault = openSqliteVault(path);
    const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
    for (const [index, name] of names.entries()) {
      expect(await vault.texts.open(sealed[index] ?? [])).toEqual(rounds.map((round) => `${name} ${String(round)}`));
      const ids = rounds.map((round) => `prs_${name}_${String(round)}`);
      expect([...(await vault.persons.getMany(ids)).keys()].sort()).toEqual(ids.sort());
    }
    await vault.close();
  });
});

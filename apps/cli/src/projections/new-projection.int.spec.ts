import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProjectionFile } from '#analytics';
import { commandLine } from '../../../../test/support/command-line.js';

let folder: string;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-new-'));
  said = '';
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function projections(...given: readonly string[]): Promise<number> {
  const { code, stdout, stderr } = await commandLine('projections', ...given);
  said += stdout + stderr;
  return code;
}

describe('accord projections new', () => {
  it('writes a projection that loads, with its spec, into a folder that it makes', async () => {
    const made = join(folder, 'made');
    expect(await projections('new', 'partner-rhythm', '--dir', made)).toBe(0);
    const file = join(made, 'partner-rhythm.ts');
    expect(said).toContain(file);
    expect(readFileSync(join(made, 'partner-rhythm.spec.ts'), 'utf8')).toContain("from './partner-rhythm.js'");
    const { projection } = await loadProjectionFile(file);
    expect([projection.name, projection.version, projection.document.name]).toEqual([
      'partner-rhythm',
      1,
      'PartnerRhythm',
    ]);
  });

  it('begins with another example when one is named', async () => {
    expect(await projections('new', 'my-funnel', '--from', 'lifecycle-funnel', '--dir', folder)).toBe(0);
    const { projection } = await loadProjectionFile(join(folder, 'my-funnel.ts'));
    expect([projection.name, projection.document.name]).toEqual(['my-funnel', 'MyFunnel']);
  });

  it.each(['partner-rhythm.ts', 'partner-rhythm.spec.ts'])('overwrites nothing: %s', async (file) => {
    writeFileSync(join(folder, file), 'mine');
    expect(await projections('new', 'partner-rhythm', '--dir', folder)).toBe(2);
    expect(said).toContain(`${join(folder, file)} is there already and is not overwritten.`);
    expect(readdirSync(folder)).toEqual([file]);
    expect(readFileSync(join(folder, file), 'utf8')).toBe('mine');
  });

  it.each([
    ['a name that is not kebab-case', ['PartnerRhythm'], 'it must be kebab-case'],
    ['a name with a folder in it', ['../partner-rhythm'], 'it must be kebab-case'],
    ['a name that the file uses', ['field'], 'Choose another name.'],
    [
      'an example that is not there',
      ['mine', '--from', 'cohort'],
      'There is no example "cohort". There are: attribution,',
    ],
    ['no name', [], "missing required argument 'name'"],
  ])('refuses %s as wrong usage', async (_, given, complaint) => {
    expect(await projections('new', ...given, '--dir', join(folder, 'never-made'))).toBe(2);
    expect(said).toContain(complaint);
    expect(existsSync(join(folder, 'never-made'))).toBe(false);
  });

  it('refuses a folder that is a file', async () => {
    writeFileSync(join(folder, 'projections'), '');
    expect(await projections('new', 'mine', '--dir', join(folder, 'projections'))).toBe(2);
    expect(said).toMatch(/takes no new files: .*\.\n/);
  });
});

describe('accord projections', () => {
  it('says what it can do when nothing is said', async () => {
    expect(await projections()).toBe(2);
    expect(said).toContain('new [options] <name>');
  });
});

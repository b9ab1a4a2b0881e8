import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const repository = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** Lints each text as if it stood in the given file; one process, because loading the compiler is what costs. */
const linter = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const rules = [];
  for (const { filePath, text } of JSON.parse(process.argv[1])) {
    const [result] = await eslint.lintText(text, { filePath });
    rules.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
  }
  console.log(JSON.stringify(rules));
`;

interface Text {
  readonly filePath: string;
  readonly text: string;
}

async function lint(texts: readonly Text[]): Promise<readonly (readonly string[])[]> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', linter, JSON.stringify(texts)], {
    cwd: repository,
  });
  return JSON.parse(stdout) as readonly (readonly string[])[];
}

// Typed rules need files that the project knows, so the texts borrow the names of files that will always be there.
const pure = 'libs/calendar/src/calendar.ts';
const projection = 'examples/projections/cohorts.ts';
const glue = 'libs/identity/src/tokens.adapter.ts';

const cases: readonly (Text & { readonly told: string; readonly breaks: readonly string[] })[] = [
  ['a pure file must not read the clock', pure, 'export const f = () => new Date(0);', 'no-restricted-globals'],
  ['a pure file must not throw dice', pure, 'export const f = () => Math.random();', 'no-restricted-properties'],
  ['a pure file must not read the environment', pure, 'export const f = () => process.argv;', 'no-restricted-globals'],
  ['a pure file must not wait', pure, 'export const f = () => setTimeout(() => 1, 1);', 'no-restricted-globals'],
  [
    'a pure file must not be asynchronous',
    pure,
    'export const f = async (): Promise<number> => { await Promise.resolve(); return 1; };',
    'no-restricted-syntax',
    'no-restricted-syntax',
  ],
  ['a pure file must not throw', pure, 'export function f(): never { throw new Error(); }', 'no-restricted-syntax'],
  ['a pure file holds no class', pure, 'export class A { readonly a = 1; }', 'no-restricted-syntax'],
  ['a fault may be a class', pure, 'export class A extends RangeError {}'],
  ['glue may read the clock', glue, 'export const f = (): Date => new Date(0);'],
  ['no file exports everything', glue, "export * from './actor.js';", 'no-restricted-syntax'],
  ['no file exports without a name', glue, 'export default 1;', 'no-restricted-syntax'],
  ['no file declares an enum', glue, "export enum A { B = 'B' }", 'no-restricted-syntax'],
  ['a library does not write to the console', glue, 'console.log(1);', 'no-console'],
  [
    'no promise is forgotten',
    glue,
    'const f = (): Promise<number> => Promise.resolve(1);\nf();',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'a switch over a union answers every member',
    glue,
    "export function f(a: 'x' | 'y'): number { switch (a) { case 'x': return 1; } return 2; }",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  [
    'types are imported as types',
    glue,
    "import { Actor } from './actor.js';\nexport type A = Actor;",
    '@typescript-eslint/consistent-type-imports',
  ],
  ['a projection file exports its projection without a name', projection, 'export default { version: 1 };'],
  ['a projection file is pure', projection, 'export default { at: new Date(0) };', 'no-restricted-globals'],
  [
    'a projection file holds no class but its document',
    projection,
    'export class A { readonly a = 1; }',
    'no-restricted-syntax',
  ],
].map(([told = '', filePath = '', text = '', ...breaks]) => ({ told, filePath, text, breaks }));

describe('the lint gate', () => {
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    found = await lint(cases);
  });

  test.each(cases.map((lintCase, index) => ({ ...lintCase, index })))('$told', ({ index, breaks }) => {
    expect(found[index]).toEqual(breaks);
  });
});

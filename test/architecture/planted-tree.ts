import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** One import in a planted tree: the importing file and what it imports, as it stands in the source. */
export interface PlantedImport {
  readonly from: string;
  readonly imports: string;
  /** An `import type`: gone when the program runs, a dependency all the same. */
  readonly typeOnly?: boolean;
}

/** A broken rule as dependency-cruiser reports it. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
}

const repository = join(import.meta.dirname, '..', '..');
const configuration = join(repository, '.dependency-cruiser.cjs');
const cruiser = join(repository, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const run = promisify(execFile);

interface Manifest {
  readonly imports: Readonly<Record<string, { readonly source: string }>>;
}

/**
 * Builds a small repository in a temporary folder with our package.json and tsconfig.json, every library that
 * package.json names (an index over one file), empty packages, the given imports and the `lonely` files
 * without any; cruises it with our rules and
 * answers with what they report. One run holds all imports: starting the cruiser is what costs.
 */
export async function violationsIn(
  imports: readonly PlantedImport[],
  packages: readonly string[],
  lonely: readonly string[],
): Promise<readonly Violation[]> {
  const tree = await mkdtemp(join(tmpdir(), 'accord-boundaries-'));
  try {
    await plant(tree, imports, packages, lonely);
    const { stdout } = await run(
      process.execPath,
      [cruiser, '--config', configuration, '--output-type', 'json', 'apps', 'examples', 'libs', 'test'],
      { cwd: tree, maxBuffer: 16_777_216 },
    ).catch((error: unknown) => {
      // The exit code is the number of violations: only a run without a report has failed.
      if (error instanceof Error && 'stdout' in error && String(error.stdout).startsWith('{'))
        return { stdout: String(error.stdout) };
      throw error;
    });
    const report = JSON.parse(stdout) as {
      readonly summary: {
        readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
      };
    };
    return report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, from }));
  } finally {
    await rm(tree, { recursive: true });
  }
}

async function plant(
  tree: string,
  imports: readonly PlantedImport[],
  packages: readonly string[],
  lonely: readonly string[],
): Promise<void> {
  for (const file of ['package.json', 'tsconfig.json']) await cp(join(repository, file), join(tree, file));
  const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as Manifest;
  const files = new Map<string, string>();
  for (const { source } of Object.values(manifest.imports)) {
    files.set(source, "export { thing } from './thing.js';\n");
    files.set(join(dirname(source), 'thing.ts'), 'export const thing = 1;\n');
  }
  for (const name of packages) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    files.set(`node_modules/${name}/index.js`, 'exports.thing = 1;\n');
  }
  for (const path of lonely) files.set(path, 'export const own = 1;\n');
  for (const { from, imports: specifier, typeOnly = false } of imports) {
    const statement = typeOnly ? `import type { own as other } from '${specifier}';` : `import '${specifier}';`;
    files.set(from, `${files.get(from) ?? 'export const own = 1;\n'}${statement}\n`);
  }
  for (const [path, content] of files) {
    const file = join(tree, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

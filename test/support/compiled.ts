import fs from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';

const repository = path.resolve(import.meta.dirname, '../..');

/** The sources as a child process can run them, without a build before. */
export interface CompiledSources {
  /** The JavaScript file of a TypeScript file, named relative to the repository (`libs/event-store/src/index.ts`). */
  script(source: string): string;
  remove(): void;
}

/** The options of jest.config.js, so that a child runs what the specs run. */
const SWC = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
} as const;

/**
 * Compiles folders (all sources by default) into a folder of its own below node_modules, where packages and `#imports`
 * resolve as in the build. Call once per spec file and remove it afterwards; several may exist at the same time.
 */
export async function compileForChild(folders?: readonly string[]): Promise<CompiledSources> {
  const cache = path.join(repository, 'node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const root = fs.mkdtempSync(path.join(cache, 'accord-compiled-'));
  fs.copyFileSync(path.join(repository, 'package.json'), path.join(root, 'package.json'));
  await compileInto(path.join(root, 'dist'), folders);
  return {
    script: (source) => compiled(path.join(root, 'dist'), source),
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

/** Compiles folders (all sources by default) into a folder that takes the place of `dist`. */
export async function compileInto(dist: string, folders: readonly string[] = ['libs', 'apps']): Promise<void> {
  await Promise.all(
    folders
      .flatMap((folder) => sourcesIn(folder))
      .map(async (source) => {
        const { code } = await transformFile(path.join(repository, source), {
          ...SWC,
          swcrc: false,
          configFile: false,
        });
        const script = compiled(dist, source);
        fs.mkdirSync(path.dirname(script), { recursive: true });
        fs.writeFileSync(script, code);
      }),
  );
}

function compiled(dist: string, source: string): string {
  return path.join(dist, source.replace(/\.ts$/, '.js'));
}

function sourcesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => path.join(folder, name));
}

import fs from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';

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
export async function compileForChild(folders: readonly string[] = ['libs', 'apps']): Promise<CompiledSources> {
  const repository = path.resolve(import.meta.dirname, '../..');
  const cache = path.join(repository, 'node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const root = fs.mkdtempSync(path.join(cache, 'accord-compiled-'));
  fs.copyFileSync(path.join(repository, 'package.json'), path.join(root, 'package.json'));
  const compiled = (source: string): string => path.join(root, 'dist', source.replace(/\.ts$/, '.js'));
  await Promise.all(
    folders
      .flatMap((folder) => sourcesIn(repository, folder))
      .map(async (source) => {
        const { code } = await transformFile(path.join(repository, source), {
          ...SWC,
          swcrc: false,
          configFile: false,
        });
        fs.mkdirSync(path.dirname(compiled(source)), { recursive: true });
        fs.writeFileSync(compiled(source), code);
      }),
  );
  return { script: compiled, remove: () => fs.rmSync(root, { recursive: true, force: true }) };
}

function sourcesIn(repository: string, folder: string): readonly string[] {
  return fs
    .readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => path.join(folder, name));
}

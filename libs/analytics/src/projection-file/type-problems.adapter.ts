import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CompilerHost, CompilerOptions, Program, SourceFile } from 'typescript';
import { type Compiler, compiler } from './compiler.adapter.js';
import { compilerProblems } from './compiler-problems.adapter.js';
import type { ProjectionSource } from './compile-source.adapter.js';
import { packageRoot } from './package-root.adapter.js';

/** Types cannot be checked here; the message says what is missing. */
export class SourcesMissing extends Error {
  override readonly name = 'SourcesMissing';
}

/**
 * What the compiler finds wrong with a projection file, by the rules of the repository; nothing when it is in order, and of
 * JavaScript, which says no types. The file may lie anywhere: it is checked as if it lay in the repository, where
 * `#analytics` and packages are found. Throws {@link SourcesMissing} where there are only the built files, as in the image.
 */
export async function typeProblems(source: ProjectionSource, root = packageRoot): Promise<readonly string[]> {
  if (extname(source.file) !== '.ts') return [];
  const configFile = join(root, 'tsconfig.json');
  if (!existsSync(configFile) || !existsSync(join(root, 'libs')))
    throw new SourcesMissing(
      `The types of ${source.file} cannot be checked here: ${root} holds the built files only. ` +
        'Check them in a checkout of the repository, or leave the check out.',
    );
  const ts = await compiler();
  const name = join(root, 'projections', `${basename(source.file, extname(source.file))}.checked.ts`);
  const options = optionsIn(ts, root, configFile);
  const host = hostWith(ts, options, name, source.text);
  const program = ts.createProgram({ rootNames: [name], options, host, ...(last && { oldProgram: last }) });
  last = program;
  const checked = program.getSourceFile(name);
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(checked),
    ...program.getSemanticDiagnostics(checked),
  ];
  return compilerProblems(ts, source.file, diagnostics);
}

/** The repository's files as they were when the process first looked: parsing them takes most of the time of a check. */
const parsed = new Map<string, SourceFile | undefined>();
let last: Program | undefined;

function optionsIn(ts: Compiler, root: string, configFile: string): CompilerOptions {
  const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root, {}, configFile);
  return { ...options, noEmit: true, types: ['node'] };
}

/** The file system with one more file in it. */
function hostWith(ts: Compiler, options: CompilerOptions, name: string, text: string): CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => path === name || host.fileExists(path),
    readFile: (path) => (path === name ? text : host.readFile(path)),
    getSourceFile: (path, languageVersion) => {
      if (path === name) return ts.createSourceFile(name, text, languageVersion);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, languageVersion));
      return parsed.get(path);
    },
  };
}

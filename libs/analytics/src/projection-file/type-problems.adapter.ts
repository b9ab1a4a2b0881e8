import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CompilerHost, CompilerOptions } from 'typescript';
import { type Compiler, compiler } from './compiler.adapter.js';
import { compilerProblems } from './compiler-problems.adapter.js';
import type { ProjectionSource } from './compile-source.adapter.js';
import { packageRoot } from './package-root.adapter.js';

/** Types cannot be checked here; the message says what is missing. */
export class SourcesMissing extends Error {
  override readonly name = 'SourcesMissing';
}

/**
 * What the compiler finds wrong with a projection file, by the rules of the repository; nothing when it is in order. The
 * file may lie anywhere: it is checked as if it lay in the repository, where `#analytics` and packages are found. Throws
 * {@link SourcesMissing} where there are only the built files, as in the image.
 */
export async function typeProblems(source: ProjectionSource): Promise<readonly string[]> {
  const configFile = join(packageRoot, 'tsconfig.json');
  if (!existsSync(configFile) || !existsSync(join(packageRoot, 'libs')))
    throw new SourcesMissing(
      `The types of ${source.file} cannot be checked here: ${packageRoot} holds the built files only. ` +
        'Check them in a checkout of the repository, or leave the check out.',
    );
  const ts = await compiler();
  const name = join(packageRoot, 'projections', `${basename(source.file, extname(source.file))}.checked.ts`);
  const options = optionsIn(ts, configFile);
  const program = ts.createProgram([name], options, hostWith(ts, options, name, source.text));
  const checked = program.getSourceFile(name);
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(checked),
    ...program.getSemanticDiagnostics(checked),
  ];
  return compilerProblems(ts, source.file, diagnostics);
}

function optionsIn(ts: Compiler, configFile: string): CompilerOptions {
  const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, packageRoot, {}, configFile);
  return { ...options, noEmit: true, types: ['node'] };
}

/** The file system with one more file in it. */
function hostWith(ts: Compiler, options: CompilerOptions, name: string, text: string): CompilerHost {
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (path) => path === name || onDisk.fileExists(path);
  host.readFile = (path) => (path === name ? text : onDisk.readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === name ? ts.createSourceFile(name, text, rest[0]) : onDisk.getSourceFile(path, ...rest);
  return host;
}

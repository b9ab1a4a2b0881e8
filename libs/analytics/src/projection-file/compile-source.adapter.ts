import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompilerOptions } from 'typescript';
import { type Compiler, compiler } from './compiler.adapter.js';
import { compilerProblems } from './compiler-problems.adapter.js';
import { ProjectionFileInvalid } from './projection-file-invalid.js';

/** A projection file as it was read. */
export interface ProjectionSource {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

/** The file as JavaScript, file by file: types are not looked at. Throws {@link ProjectionFileInvalid} for what is no TypeScript. */
export async function compileSource({ file, text }: ProjectionSource): Promise<string> {
  const ts = await compiler();
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { ...optionsOf(ts), sourceRoot: pathToFileURL(dirname(file)).href },
  });
  if (diagnostics.length > 0) throw new ProjectionFileInvalid(file, compilerProblems(ts, file, diagnostics));
  refuseImports(file, ts.preProcessFile(text, true, true).importedFiles);
  return outputText;
}

/** Decorators say what the schema is made of, types included; the source map goes with the code, whose file is soon gone. */
function optionsOf(ts: Compiler): CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    allowJs: true,
    inlineSourceMap: true,
    inlineSources: true,
  };
}

function refuseImports(file: string, imported: readonly { readonly fileName: string }[]): void {
  const problems = imported.flatMap(({ fileName }) => {
    if (/^\.{0,2}\//.test(fileName))
      return `It imports "${fileName}". A projection is one file: put what it needs into ${basename(file)}.`;
    if (fileName === '@nestjs/graphql')
      return `It imports "${fileName}". Import the decorators from "#analytics": with those a mistake stays in its file.`;
    return [];
  });
  if (problems.length > 0) throw new ProjectionFileInvalid(file, problems);
}

import type { Diagnostic } from 'typescript';
import type { Compiler } from './compiler.adapter.js';

/** What the compiler finds wrong, a line each: `file:line:column: message`. */
export function compilerProblems(ts: Compiler, file: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ file: source, start, messageText }) => {
    const message = ts.flattenDiagnosticMessageText(messageText, '\n');
    if (source === undefined || start === undefined) return `${file}: ${message}`;
    const { line, character } = source.getLineAndCharacterOfPosition(start);
    return `${file}:${String(line + 1)}:${String(character + 1)}: ${message}`;
  });
}

import type typescript from 'typescript';

/** The TypeScript compiler's own interface. */
export type Compiler = typeof typescript;

/** The compiler, loaded only where a file is compiled: it is larger than everything else in the process. */
export async function compiler(): Promise<Compiler> {
  return (await import('typescript')).default;
}

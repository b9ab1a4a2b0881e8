/** The part of dclint that the specs use: its own declarations import without file extensions, which does not resolve here. */
declare module 'dclint' {
  export class DCLinter {
    constructor(config: {
      readonly rules: Readonly<Record<string, 0 | 1 | 2>>;
      readonly quiet: boolean;
      readonly debug: boolean;
      readonly exclude: readonly string[];
    });
    lintFiles(
      paths: readonly string[],
      recursive: boolean,
    ): readonly { readonly messages: readonly { readonly rule: string; readonly message: string }[] }[];
  }
}

/** A projection file cannot be used; the message names the file, what is wrong in it, and the way out. */
export class ProjectionFileInvalid extends Error {
  override readonly name = 'ProjectionFileInvalid';

  /** `problems`: a line each; those of the compiler begin with `file:line:column: `. */
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
    options?: ErrorOptions,
  ) {
    super(problems.map((problem) => (problem.startsWith(file) ? problem : `${file}: ${problem}`)).join('\n'), options);
  }
}

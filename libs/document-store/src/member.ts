/** Somebody who shares work with others: one process. */
export interface Member {
  /** A name that no other one has. */
  readonly name: string;
  /** The pieces of work that it could do. */
  readonly work: readonly string[];
}

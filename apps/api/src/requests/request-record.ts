/** What the log is told of a request when it has been answered. */
export interface RequestRecord {
  readonly correlationId: string;
  /** The GraphQL operation, once it is known to be one: its name, or that of its first field. */
  operation?: string;
}

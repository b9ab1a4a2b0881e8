import type { VaultDatabase } from './vault-database.adapter.js';

interface Pending<Row> {
  readonly rows: readonly Row[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes of rows that cannot collide. Those that arrive in the same turn of the event loop share one transaction, and so
 * one flush of the disk; each is answered when it is durable.
 */
export class GroupedWrites<Row> {
  private queue: Pending<Row>[] = [];
  private turn: NodeJS.Immediate | undefined;

  constructor(
    private readonly database: VaultDatabase,
    private readonly write: (row: Row) => void,
  ) {}

  /** Writes the rows with the next transaction. Rejects when it fails. */
  add(rows: readonly Row[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ rows, resolve, reject });
      this.turn ??= setImmediate(() => {
        this.finish();
      });
    });
  }

  /** Writes at once what is still waiting. */
  finish(): void {
    clearImmediate(this.turn);
    this.turn = undefined;
    const group = this.queue;
    this.queue = [];
    if (group.length === 0) return;
    const stored = this.database.answer(() => {
      this.database.transaction(() => {
        for (const { rows } of group) rows.forEach(this.write);
      });
    });
    for (const { resolve, reject } of group) stored.then(resolve, reject);
  }
}

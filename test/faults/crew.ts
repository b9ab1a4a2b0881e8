import { setTimeout } from 'node:timers/promises';
import type { Serving } from './cluster.js';

const PAUSE_MS = 50;

/** Processes of one kind, each of which is replaced when it ends, as an operator's supervisor would. */
export class Crew {
  /** How many were started since the beginning. */
  started = 0;
  private readonly serving = new Set<Serving>();
  /** Each ends with the exit code of its last member. */
  private readonly posts: readonly Promise<number | null | undefined>[];
  private isOver = false;

  constructor(
    private readonly count: number,
    private readonly start: () => Promise<Serving>,
    /** Nobody is replaced any more; who runs is left to the cluster's end. */
    private readonly abandoned: AbortSignal,
  ) {
    this.posts = Array.from({ length: count }, () => this.keepOne());
  }

  /** Those that can be reached now, unless they are stopped or dying. */
  get members(): readonly Serving[] {
    return [...this.serving];
  }

  /** Resolves when all of them can be reached. */
  async complete(): Promise<void> {
    while (this.serving.size < this.count && !this.abandoned.aborted) await setTimeout(PAUSE_MS);
  }

  /** Asks all of them to end in good order, and replaces them no more. Resolves to their exit codes. */
  async dismiss(): Promise<readonly (number | null)[]> {
    this.isOver = true;
    for (const { child } of this.members) child.signal('SIGTERM');
    return (await Promise.all(this.posts)).filter((code) => code !== undefined);
  }

  private async keepOne(): Promise<number | null | undefined> {
    let code: number | null | undefined;
    while (!this.isOver && !this.abandoned.aborted) {
      this.started += 1;
      // A start that a dying server prevents is no member, and is tried again.
      const member = await this.start().catch(() => undefined);
      if (member !== undefined) code = await this.served(member);
    }
    return code;
  }

  private async served(member: Serving): Promise<number | null> {
    this.serving.add(member);
    if (this.isOver) member.child.signal('SIGTERM');
    const code = await member.child.ended;
    this.serving.delete(member);
    return code;
  }
}

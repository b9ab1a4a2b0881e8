import { setTimeout } from 'node:timers/promises';
import type { Child } from '../support/child-process.js';
import type { Cluster } from './cluster.js';
import type { Crew } from './crew.js';

/** A stopped process stays so for less than this: longer than a lease, so that its work is another one's when it wakes. */
const LONGEST_STOP_MS = 2_500;
const LONGEST_OUTAGE_MS = 400;
const PAUSE_MS = 10;

/** Brings one trouble after the other over a cluster. Each goes on by itself; {@link over} is when all have passed. */
export class Trouble {
  private readonly passing = new Set<Promise<void>>();
  /** Stopped or asked to end: nothing else befalls them. */
  private readonly struck = new Set<Child>();
  private isServerAway = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly apis: Crew,
    private readonly projectors: Crew,
    private readonly next: () => number,
  ) {}

  /** The kinds, each as often as it is listed. What ends a process of Accord costs a start, so there is more of the rest. */
  private readonly kinds: readonly (() => Promise<void> | undefined)[] = [
    () => this.end(this.apis, 'SIGKILL'),
    () => this.end(this.apis, 'SIGTERM'),
    () => this.stop(this.oneOf(this.apis)),
    () => this.end(this.projectors, 'SIGKILL'),
    () => this.end(this.projectors, 'SIGKILL'),
    () => this.end(this.projectors, 'SIGTERM'),
    () => this.stop(this.oneOf(this.projectors)),
    () => this.stop(this.oneOf(this.projectors)),
    () => this.away(() => this.eventStoreKilled()),
    () => this.away(() => this.eventStoreKilled()),
    () => this.away(() => this.eventStoreKilled()),
    () => this.away(() => this.documentStoreKilled()),
    () => this.away(() => this.documentStoreKilled()),
    () => this.away(() => this.documentStoreKilled()),
    () => this.away(() => this.stop(this.cluster.mongoProcess)),
  ];

  /** Makes something go wrong that can go wrong now; waits where nothing is left to strike. */
  async strike(): Promise<void> {
    for (;;) {
      const passed = this.kinds[Math.floor(this.next() * this.kinds.length)]?.();
      if (passed === undefined) {
        await setTimeout(PAUSE_MS);
        continue;
      }
      this.passing.add(passed);
      void passed.then(() => this.passing.delete(passed));
      return;
    }
  }

  /** Resolves when servers and processes are back. */
  async over(): Promise<void> {
    await Promise.all(this.passing);
  }

  private oneOf(crew: Crew): Child | undefined {
    const free = crew.members.map(({ child }) => child).filter((child) => child.isRunning && !this.struck.has(child));
    return free[Math.floor(this.next() * free.length)];
  }

  private end(crew: Crew, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> | undefined {
    const child = this.oneOf(crew);
    if (child === undefined) return undefined;
    this.struck.add(child);
    return child.end(signal).then(() => {
      this.struck.delete(child);
    });
  }

  private async stop(child: Child): Promise<void>;
  private stop(child: Child | undefined): Promise<void> | undefined;
  private stop(child: Child | undefined): Promise<void> | undefined {
    if (child === undefined) return undefined;
    this.struck.add(child);
    child.signal('SIGSTOP');
    return setTimeout(this.next() * LONGEST_STOP_MS).then(() => {
      child.signal('SIGCONT');
      this.struck.delete(child);
    });
  }

  /** One server at a time, so that something still goes on. */
  private away(begin: () => Promise<void>): Promise<void> | undefined {
    if (this.isServerAway) return undefined;
    this.isServerAway = true;
    return begin().then(() => {
      this.isServerAway = false;
    });
  }

  private async eventStoreKilled(): Promise<void> {
    this.cluster.eventStore.down();
    await setTimeout(this.next() * LONGEST_OUTAGE_MS);
    await this.cluster.eventStore.up();
  }

  private async documentStoreKilled(): Promise<void> {
    await this.cluster.mongoProcess.end('SIGKILL');
    await setTimeout(this.next() * LONGEST_OUTAGE_MS);
    await this.cluster.startMongo();
  }
}

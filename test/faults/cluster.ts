import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken, loadOrCreateKey, type Role, type TokenClaims } from '#identity';
import { EventStoreDouble } from '../doubles/eventstoredb/event-store-double.js';
import { type Child, startChild } from '../support/child-process.js';
import { type CompiledSources, compileForChild } from '../support/compiled.js';
import { GraphqlActor } from '../support/graphql-actor.js';

/** A process of the cluster that answers over HTTP. */
export interface Serving {
  readonly child: Child;
  readonly url: string;
}

/** How long a projector that says nothing keeps its work, in milliseconds. */
const LEASE_MS = 1_500;
/** So many characters of what a process complained about are told. */
const TOLD_OF_A_COMPLAINT = 2_000;

/**
 * The doubles of both servers, and Accord's processes over them as they run in production: each its own, with one data
 * directory for the vault and the signing key.
 */
export class Cluster {
  /** Those that run, each with the script it was started from. */
  private readonly children = new Map<Child, string>();
  private mongoPort = 0;
  private mongo: Child | undefined;

  private constructor(
    private readonly sources: CompiledSources,
    private readonly folder: string,
    readonly eventStore: EventStoreDouble,
    private readonly partitions: number,
  ) {}

  /** Compiles the sources and starts both servers, with nothing in them. Each read model is divided into so many partitions. */
  static async start(partitions = 1): Promise<Cluster> {
    const sources = await compileForChild([
      'libs',
      'apps/api',
      'apps/projector',
      'test/doubles/mongodb',
      'test/faults',
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'accord-faults-'));
    const cluster = new Cluster(sources, folder, await EventStoreDouble.start(), partitions);
    await cluster.startMongo();
    return cluster;
  }

  /** What every process of Accord is started with. */
  get settings(): Readonly<Record<string, string>> {
    return {
      PORT: '0',
      ACCORD_DATA_DIR: this.folder,
      ACCORD_LOG_LEVEL: 'warn',
      ACCORD_PROJECTION_PARTITIONS: String(this.partitions),
      ACCORD_EVENT_STORE: this.eventStore.url(),
      ACCORD_DOCUMENT_STORE: this.mongoUrl,
    };
  }

  get mongoUrl(): string {
    return `mongodb://127.0.0.1:${String(this.mongoPort)}/?heartbeatFrequencyMS=500&minHeartbeatFrequencyMS=20`;
  }

  /** Starts the document server, on its port and with its journal if it ran before. */
  async startMongo(): Promise<void> {
    const journal = join(this.folder, 'mongo.journal');
    const args = ['--journal', journal, '--port', String(this.mongoPort)];
    this.mongo = this.run('test/doubles/mongodb/main.ts', {}, args);
    this.mongoPort = (JSON.parse(await this.mongo.line()) as { readonly port: number }).port;
  }

  /** The process of the document server that runs now. */
  get mongoProcess(): Child {
    if (this.mongo === undefined) throw new Error('The document server was not started.');
    return this.mongo;
  }

  /** Starts an API that leaves projections and reactions to others. */
  startApi(): Promise<Serving> {
    return this.serve('apps/api/src/main.ts', { ACCORD_PROJECTOR: 'external' });
  }

  /** Starts a projector, whose leases may last longer than usual (in milliseconds). */
  startProjector(leaseMs = LEASE_MS): Promise<Serving> {
    return this.serve('apps/projector/src/main.ts', { ACCORD_LEASE_MS: String(leaseMs) });
  }

  /** Starts a script of the sources, with the cluster's end as its own. */
  run(source: string, variables: Readonly<Record<string, string>>, args: readonly string[] = []): Child {
    const child = startChild(this.sources.script(source), variables, args);
    this.children.set(child, source);
    void child.ended.then(() => this.children.delete(child));
    return child;
  }

  /** What runs now, and the end of what each process complained about. */
  processes(): readonly object[] {
    return [...this.children].map(([{ pid, complaint }, source]) => ({
      source,
      pid,
      complaint: complaint.slice(-TOLD_OF_A_COMPLAINT).split('\n'),
    }));
  }

  /** A client of one process with a token of the shared key. */
  async actor(at: Serving, role: Role, claims: Partial<TokenClaims> = {}): Promise<GraphqlActor> {
    const { signing } = await loadOrCreateKey(join(this.folder, 'signing-key.json'));
    const token = await issueToken(signing, { subject: role.toLowerCase(), roles: [role], ...claims }, '1h');
    return new GraphqlActor(at.url, token);
  }

  /** Kills what runs and removes what it left. */
  async dispose(): Promise<void> {
    await Promise.all([...this.children.keys()].map((child) => child.end('SIGKILL')));
    this.eventStore.down();
    this.sources.remove();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async serve(source: string, variables: Readonly<Record<string, string>>): Promise<Serving> {
    const child = this.run(source, { ...this.settings, ...variables });
    const [url] = /http:\/\/[\d.]+:\d+/.exec(await child.line()) ?? [];
    if (url === undefined) throw new Error(`${source} does not say where it is.`);
    return { child, url };
  }
}

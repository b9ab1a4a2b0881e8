import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import tls from 'node:tls';
import type { Document } from 'bson';
import { CommandExecutor, type ServerKind } from './command-executor.js';
import { CommandFailed } from './command-failed.js';
import { openJournal } from './journal.js';
import { type Misbehaviour, Misbehaviours } from './misbehaviour.js';
import { StoredDatabases } from './stored-databases.js';
import { encodeReply, takeMessages, type WireMessage } from './wire-message.js';

/** How a double is started. */
export interface MongoDoubleOptions extends ServerKind {
  /** A free one by default. */
  readonly port?: number;
  /** A file that keeps what is stored, so that it survives the process. Without: memory, which survives a restart. */
  readonly journal?: string;
  /** Serves TLS only, with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/**
 * A MongoDB server in miniature: wire protocol, unique `_id`s, bulk writes with write errors, retryable writes, cursors,
 * and mingo for queries. It knows the commands that the driver sends for the document store, and refuses all others.
 */
export async function startMongoDouble(options: MongoDoubleOptions = {}): Promise<MongoDouble> {
  const double = new MongoDouble(options);
  await double.start();
  return double;
}

/** A running double. See {@link startMongoDouble}. */
export class MongoDouble {
  /** The commands carried out or refused so far, hellos included, oldest first, and the collections they were for. */
  readonly commands: { readonly name: string; readonly collection: unknown }[] = [];
  private port: number;
  private server: net.Server | undefined;
  private readonly sockets = new Set<net.Socket>();
  private readonly misbehaviours = new Misbehaviours();
  private readonly executor: CommandExecutor;

  constructor(private readonly options: MongoDoubleOptions) {
    this.port = options.port ?? 0;
    const databases = new StoredDatabases();
    if (options.journal !== undefined) {
      const { entries, append } = openJournal(options.journal);
      databases.resume(entries, append);
    }
    this.executor = new CommandExecutor(databases, options, () => this.address);
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** A connection string, with heartbeats so frequent that an election takes no time. */
  get url(): string {
    const { replicaSet, tls: secured } = this.options;
    const set = replicaSet === undefined ? '' : `&replicaSet=${replicaSet}`;
    return `mongodb://${this.address}/?heartbeatFrequencyMS=500&minHeartbeatFrequencyMS=20${set}${secured === undefined ? '' : '&tls=true'}`;
  }

  /** Asks for something to go wrong. What was asked for first happens first. */
  misbehave(misbehaviour: Misbehaviour): void {
    this.misbehaviours.add(misbehaviour);
  }

  /** Whether something asked for has not happened yet. */
  get isAboutToMisbehave(): boolean {
    return this.misbehaviours.isPending;
  }

  /** Loses an election: takes no commands until {@link stepUp}, though its clients stay connected. */
  stepDown(): void {
    this.executor.isPrimary = false;
  }

  stepUp(): void {
    this.executor.isPrimary = true;
  }

  /** Listens, on the same port as before if there was one. */
  async start(): Promise<void> {
    const { tls: secured } = this.options;
    const serve = (socket: net.Socket): void => {
      this.serve(socket);
    };
    this.server = secured === undefined ? net.createServer(serve) : tls.createServer(secured, serve);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as net.AddressInfo).port;
  }

  /** Goes away in the middle of whatever is under way. What is stored stays. */
  async stop(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    this.server = undefined;
    this.executor.cursors.forgetAll();
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** The names of the commands. */
  get received(): readonly string[] {
    return this.commands.map(({ name }) => name);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private serve(socket: net.Socket): void {
    this.sockets.add(socket);
    let arrived = Buffer.alloc(0);
    let turn: Promise<void> = Promise.resolve();
    socket.on('data', (bytes: Buffer) => {
      const { messages, rest } = takeMessages(Buffer.concat([arrived, bytes]));
      arrived = Buffer.from(rest);
      for (const message of messages) turn = turn.then(() => this.answer(socket, message));
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
  }

  private async answer(socket: net.Socket, message: WireMessage): Promise<void> {
    const [name = ''] = Object.keys(message.command);
    this.commands.push({ name, collection: message.command[name] });
    const fault = this.misbehaviours.take(name);
    if (fault?.does === 'drop-before') socket.destroy();
    else await this.carryOut(socket, message, name, fault);
  }

  private async carryOut(
    socket: net.Socket,
    message: WireMessage,
    name: string,
    fault: Misbehaviour | undefined,
  ): Promise<void> {
    if (fault?.does === 'delay') await setTimeout(fault.milliseconds);
    const bytes = encodeReply(message, this.reply(name, message.command, fault));
    if (fault?.does === 'drop-after') socket.destroy();
    if (message.isUnanswered || socket.destroyed) return;
    if (fault?.does === 'deliver-slowly') await deliverSlowly(socket, bytes, fault.bytes);
    else socket.write(bytes);
  }

  private reply(name: string, command: Document, fault: Misbehaviour | undefined): Document {
    if (fault?.does === 'refuse') return this.executor.refusal(command, fault.code, fault.codeName);
    if (fault?.does === 'refuse-writes') return refusedWrites(command, fault.code, fault.codeName);
    const reply = this.executor.answer(name, command);
    if (fault?.does !== 'leave-unconfirmed') return reply;
    return { ...reply, writeConcernError: { code: 64, codeName: 'WriteConcernFailed', errmsg: 'waiting timed out' } };
  }
}

function refusedWrites(command: Document, code: number, codeName: string): Document {
  const statements = (command['updates'] ?? command['documents'] ?? command['deletes']) as readonly Document[];
  const failed = new CommandFailed(code, codeName, `the double refuses: ${codeName}`);
  return { n: 0, nModified: 0, writeErrors: statements.map((_, index) => failed.writeError(index)), ok: 1 };
}

async function deliverSlowly(socket: net.Socket, bytes: Buffer, size: number): Promise<void> {
  for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
    socket.write(bytes.subarray(at, at + size));
    await setTimeout(1);
  }
}

import { type Binary, type Document, Long, Timestamp } from 'bson';
import { CommandFailed } from './command-failed.js';
import type { CommandTable } from './command-table.js';
import { Cursors } from './cursors.js';
import { readCommands } from './read-commands.js';
import { serverCommands } from './server-commands.js';
import type { StoredDatabases } from './stored-databases.js';
import { writeCommands } from './write-commands.js';

/** What kind of server the double is. */
export interface ServerKind {
  /** A primary of a replica set with this name: it supports retryable writes. Without: a standalone server. */
  readonly replicaSet?: string;
  /** 21 (MongoDB 7.0) by default. */
  readonly maxWireVersion?: number;
}

const COMMANDS: CommandTable = { ...serverCommands, ...readCommands, ...writeCommands };
const ALLOWED_ON_SECONDARIES = /^(hello|isMaster|ismaster|ping|buildInfo|endSessions|killCursors)$/;
/** Codes that a server marks as worth another try of a retryable write. */
const RETRYABLE: ReadonlySet<unknown> = new Set([91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436]);

/** Carries out commands, each write with a transaction number once. */
export class CommandExecutor {
  isPrimary = true;
  readonly cursors = new Cursors();
  private readonly lastWrites = new Map<string, { readonly number: number; readonly reply: Document }>();

  constructor(
    private readonly databases: StoredDatabases,
    private readonly kind: ServerKind,
    private readonly address: () => string,
  ) {}

  /** The answer to a command, refusals included. */
  answer(name: string, command: Document): Document {
    return labelled(command, this.repeated(command) ?? this.carryOut(name, command));
  }

  /** The answer to a command that is refused whatever it asks. */
  refusal(command: Document, code: number, codeName: string): Document {
    return labelled(command, new CommandFailed(code, codeName, `the double refuses: ${codeName}`).reply());
  }

  private carryOut(name: string, command: Document): Document {
    try {
      const reply = this.command(name)(command, {
        databases: this.databases,
        cursors: this.cursors,
        hello: () => this.hello(),
      });
      this.remember(command, reply);
      return reply;
    } catch (error) {
      if (error instanceof CommandFailed) return error.reply();
      return new CommandFailed(8, 'UnknownError', String(error)).reply();
    }
  }

  private command(name: string): CommandTable[string] {
    const command = COMMANDS[name];
    if (command === undefined) throw new CommandFailed(59, 'CommandNotFound', `no such command: '${name}'`);
    if (!this.isPrimary && !ALLOWED_ON_SECONDARIES.test(name))
      throw new CommandFailed(10_107, 'NotWritablePrimary', 'not primary');
    return command;
  }

  private hello(): Document {
    const { replicaSet, maxWireVersion = 21 } = this.kind;
    const address = this.address();
    const member = {
      setName: replicaSet,
      setVersion: 1,
      hosts: [address],
      me: address,
      secondary: !this.isPrimary,
      ...(this.isPrimary ? { primary: address } : {}),
      lastWrite: { lastWriteDate: new Date(), opTime: { ts: Timestamp.fromBits(1, 1), t: Long.ONE } },
    };
    return {
      helloOk: true,
      isWritablePrimary: this.isPrimary,
      ismaster: this.isPrimary,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      logicalSessionTimeoutMinutes: 30,
      minWireVersion: 0,
      maxWireVersion,
      readOnly: false,
      ...(replicaSet === undefined ? {} : member),
      ok: 1,
    };
  }

  /** What a write that was carried out already was answered with. */
  private repeated({ lsid, txnNumber }: Document): Document | undefined {
    if (txnNumber === undefined) return undefined;
    if (this.kind.replicaSet === undefined)
      return new CommandFailed(
        20,
        'IllegalOperation',
        'Transaction numbers are only allowed on a replica set member or mongos',
      ).reply();
    const last = this.lastWrites.get(sessionOf(lsid as Document));
    return last?.number === txnNumber ? last?.reply : undefined;
  }

  private remember({ lsid, txnNumber }: Document, reply: Document): void {
    if (typeof txnNumber === 'number') this.lastWrites.set(sessionOf(lsid as Document), { number: txnNumber, reply });
  }
}

function sessionOf({ id }: Document): string {
  return (id as Binary).toString('hex');
}

function labelled({ txnNumber }: Document, reply: Document): Document {
  return txnNumber !== undefined && RETRYABLE.has(reply['code'])
    ? { ...reply, errorLabels: ['RetryableWriteError'] }
    : reply;
}

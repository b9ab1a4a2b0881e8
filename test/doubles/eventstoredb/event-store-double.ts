import { setTimeout } from 'node:timers/promises';
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import {
  type BatchAppendReq,
  type BatchAppendResp,
  type DeleteReq,
  DeleteResp,
  type ReadReq,
  type ReadResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { type Access, refusal } from './access.js';
import { batchAppendResponse, expectationOf } from './append-response.js';
import { CallFailure, notReady } from './call-failure.js';
import { EventLog, type ProposedEvent } from './event-log.js';
import { streamName, uuidText } from './messages.js';
import { type AppendFault, Misbehaviour } from './misbehaviour.js';
import { ReadSession } from './read-session.js';

/** How a double is started. */
export interface DoubleOptions {
  /** What it says its version is. */
  readonly version?: string;
  /** With a certificate it speaks TLS only. */
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer };
  readonly access?: Access;
}

type DuplexCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/**
 * A network server that behaves as EventStoreDB 24.10 does towards its clients (docs: the cases in
 * `event-store-double.int.spec.ts`), for tests without the real one. It keeps its log and port when it is restarted.
 */
export class EventStoreDouble {
  readonly log = new EventLog();
  readonly misbehaviour = new Misbehaviour();
  /** How many subscriptions were begun since the double was made. */
  subscriptions = 0;
  private readonly sessions = new Set<object>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly options: DoubleOptions) {}

  /** Starts a double on a free port of 127.0.0.1. */
  static async start(options: DoubleOptions = {}): Promise<EventStoreDouble> {
    const double = new EventStoreDouble(options);
    await double.up();
    return double;
  }

  /** Where it listens. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** The connection string without TLS, for either client. */
  url(scheme: 'esdb' | 'kurrentdb' = 'esdb'): string {
    return `${scheme}://${this.address}?tls=false`;
  }

  /** How many calls of Read are open, subscriptions among them. */
  get openReads(): number {
    return this.sessions.size;
  }

  /** Ends every connection at once, as SIGKILL does, and is gone until {@link up}. */
  down(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  /** Listens again on the same port, with the same log. */
  async up(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 32 * 1024 * 1024 });
    server.addService(StreamsService, {
      read: (call: ServerWritableStream<ReadReq, ReadResp>) => void this.read(call),
      batchAppend: (call: DuplexCall) => this.batchAppend(call),
      append: (_call: unknown, answer: sendUnaryData<never>) =>
        answer({ code: status.UNIMPLEMENTED, details: 'the double takes batches only' }),
      delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) => {
        const position = new DeleteResp.Position();
        const at = String(this.log.softDelete(streamName(call.request.getOptions()?.getStreamIdentifier())));
        position.setCommitPosition(at).setPreparePosition(at);
        answer(null, new DeleteResp().setPosition(position));
      },
      tombstone: (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>) => {
        const position = new TombstoneResp.Position();
        const at = String(this.log.tombstone(streamName(call.request.getOptions()?.getStreamIdentifier())));
        position.setCommitPosition(at).setPreparePosition(at);
        answer(null, new TombstoneResp().setPosition(position));
      },
    });
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>) =>
        void this.guarded(undefined, false).then(
          () => answer(null, this.features()),
          (failure: unknown) => answer(failure instanceof CallFailure ? failure.statusObject : (failure as Error)),
        ),
    });
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.port}`, this.credentials(), (error, port) =>
        error === null ? resolve(port) : reject(error),
      );
    });
    this.server = server;
  }

  /** Drops every connection and listens again. */
  async restart(): Promise<void> {
    this.down();
    await this.up();
  }

  private credentials(): ServerCredentials {
    const { tls } = this.options;
    if (tls === undefined) return ServerCredentials.createInsecure();
    return ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }]);
  }

  private features(): SupportedMethods {
    const features = new SupportedMethods();
    features.setEventStoreServerVersion(this.options.version ?? '24.10.5');
    for (const name of ['read', 'append', 'delete', 'tombstone', 'batchappend']) {
      const method = new SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      if (name === 'read') method.setFeaturesList(['position', 'events']);
      if (name === 'batchappend') method.setFeaturesList(['deadline_duration']);
      features.addMethods(method);
    }
    return features;
  }

  /** Lets a call in after the delay, or refuses it as it is told to. */
  private async guarded(metadata: Metadata | undefined, readsAll: boolean): Promise<void> {
    const { misbehaviour, options } = this;
    if (misbehaviour.delayMs > 0) await setTimeout(misbehaviour.delayMs);
    if (misbehaviour.unavailable) throw new CallFailure(status.UNAVAILABLE, 'told to be unavailable');
    if (misbehaviour.notReady) throw notReady();
    const refused = metadata === undefined ? undefined : refusal(options.access, metadata, readsAll);
    if (refused === undefined) return;
    const { code, details, exception } = refused;
    throw new CallFailure(code, details, exception === undefined ? {} : { exception });
  }

  private async read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    this.sessions.add(call);
    try {
      const options = call.request.getOptions();
      if (options?.hasSubscription() === true) this.subscriptions += 1;
      await this.guarded(call.metadata, options?.hasAll() ?? false);
      await new ReadSession(this.log, this.misbehaviour, call).run();
      call.end();
    } catch (error) {
      call.emit('error', error instanceof CallFailure ? error.statusObject : error);
    } finally {
      this.sessions.delete(call);
    }
  }

  private batchAppend(call: DuplexCall): void {
    const parts = new Map<string, { first: BatchAppendReq; events: ProposedEvent[] }>();
    let turn = Promise.resolve();
    call.on('data', (request: BatchAppendReq) => {
      const id = uuidText(request.getCorrelationId());
      const pending = parts.get(id) ?? { first: request, events: [] };
      parts.set(id, pending);
      pending.events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;
      parts.delete(id);
      turn = turn.then(() => this.append(call, pending.first, pending.events));
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  }

  private async append(call: DuplexCall, first: BatchAppendReq, events: ProposedEvent[]): Promise<void> {
    const fault = this.misbehaviour.appends.shift();
    try {
      await this.guarded(call.metadata, false);
      if (fault === 'not-ready') throw notReady();
      if (fault === 'drop-before-write') {
        await this.restart();
        return;
      }
      const stream = streamName(first.getOptions()?.getStreamIdentifier());
      const outcome = this.log.append(stream, expectationOf(first.getOptions()), events);
      await this.answer(call, first, outcome, fault);
    } catch (error) {
      call.emit('error', error instanceof CallFailure ? error.statusObject : error);
    }
  }

  private async answer(
    call: DuplexCall,
    first: BatchAppendReq,
    outcome: Parameters<typeof batchAppendResponse>[1],
    fault: AppendFault | undefined,
  ): Promise<void> {
    if (fault === 'never-answer') return;
    if (fault === 'drop-after-write') await this.restart();
    else if (!call.cancelled)
      call.write(batchAppendResponse(first, fault === 'timeout' ? { kind: 'timeout' } : outcome));
  }
}

function proposed(message: BatchAppendReq.ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: properties.get('type') ?? '',
    contentType: properties.get('content-type') ?? 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Access, refusal } from './access.js';
import { batchAppendResponse, expectationOf } from './append-response.js';
import { CallFailure, notReady } from './call-failure.js';
import { EventLog, type ProposedEvent } from './event-log.js';
import { streamName, uuidText } from './messages.js';
import { type AppendFault, Misbehaviour } from './misbehaviour.js';
import { type ReadCall, ReadSession } from './read-session.js';

/** How a double is started. */
export interface DoubleOptions {
  /** What it says its version is. */
  readonly version?: string;
  /** With a certificate it speaks TLS only. */
  readonly tls?: { readonly certificate: Buffer; readonly key: Buffer };
  readonly access?: Access;
}

/** The client package's own definition; events come to it as bytes already. */
const { StreamsService } = streamsService;
const service = {
  ...StreamsService,
  read: {
    ...StreamsService.read,
    responseSerialize: (message: streams.ReadResp | Buffer) =>
      Buffer.isBuffer(message) ? message : StreamsService.read.responseSerialize(message),
  },
};

/** What the server takes in one message. */
const MOST_BYTES = 17 * 1024 * 1024;

type DuplexCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/**
 * A network server that behaves as EventStoreDB 24.10 does towards its clients (docs: the cases in
 * `event-store-double.int.spec.ts`), for tests without the real one. It keeps its log and port when it is restarted.
 */
export class EventStoreDouble {
  readonly log = new EventLog();
  readonly misbehaviour = new Misbehaviour();
  /** How many subscriptions were begun since the double was made. */
  subscriptions = 0;
  /** Connections that it took while it was {@link mute}. */
  unanswered = 0;
  private readonly sockets = new Set<net.Socket>();
  /** Connections are ours, because the gRPC server itself takes leave of its clients instead of dropping them. */
  private door: net.Server | undefined;
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

  /** Ends every connection at once, as SIGKILL does, and is gone until {@link up}. */
  down(): void {
    this.door?.close();
    for (const socket of this.sockets) socket.destroy();
    this.server?.forceShutdown();
    this.server = undefined;
  }

  /** Goes {@link down}, and takes connections on its port without a word until {@link up}, which leaves those as they are. */
  async mute(): Promise<void> {
    this.down();
    await this.open(() => {
      this.unanswered += 1;
    });
  }

  /** Listens again on the same port, with the same log. */
  async up(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': MOST_BYTES });
    server.addService(service, {
      read: (call: ReadCall) => void this.read(call),
      batchAppend: (call: DuplexCall) => this.batchAppend(call),
      append: (_call: unknown, answer: sendUnaryData<never>) =>
        answer({ code: status.UNIMPLEMENTED, details: 'the double takes batches only' }),
      delete: (
        call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
        answer: sendUnaryData<streams.DeleteResp>,
      ) => {
        const position = new streams.DeleteResp.Position();
        const at = String(this.log.softDelete(streamName(call.request.getOptions()?.getStreamIdentifier())));
        position.setCommitPosition(at).setPreparePosition(at);
        answer(null, new streams.DeleteResp().setPosition(position));
      },
      tombstone: (
        call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
        answer: sendUnaryData<streams.TombstoneResp>,
      ) => {
        const position = new streams.TombstoneResp.Position();
        const at = String(this.log.tombstone(streamName(call.request.getOptions()?.getStreamIdentifier())));
        position.setCommitPosition(at).setPreparePosition(at);
        answer(null, new streams.TombstoneResp().setPosition(position));
      },
    });
    server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (
        _call: ServerUnaryCall<shared.Empty, serverFeatures.SupportedMethods>,
        answer: sendUnaryData<serverFeatures.SupportedMethods>,
      ) =>
        void this.guarded(undefined, false).then(
          () => answer(null, this.features()),
          (failure: unknown) => answer(failure instanceof CallFailure ? failure.statusObject : (failure as Error)),
        ),
    });
    const injector = server.createConnectionInjector(this.credentials());
    await this.open((socket) => injector.injectConnection(socket));
    this.server = server;
  }

  /** Drops every connection and listens again. */
  async restart(): Promise<void> {
    this.down();
    await this.up();
  }

  /** Takes connections on the port from now on, in place of the door before. */
  private async open(take: (socket: net.Socket) => void): Promise<void> {
    this.door?.close();
    const door = net.createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      take(socket);
    });
    await once(door.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (door.address() as net.AddressInfo).port;
    this.door = door;
  }

  private credentials(): ServerCredentials {
    const { tls } = this.options;
    if (tls === undefined) return ServerCredentials.createInsecure();
    return ServerCredentials.createSsl(null, [{ cert_chain: tls.certificate, private_key: tls.key }]);
  }

  private features(): serverFeatures.SupportedMethods {
    const features = new serverFeatures.SupportedMethods();
    features.setEventStoreServerVersion(this.options.version ?? '24.10.5');
    for (const name of ['read', 'append', 'delete', 'tombstone', 'batchappend']) {
      const method = new serverFeatures.SupportedMethod();
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

  private async read(call: ReadCall): Promise<void> {
    try {
      const options = call.request.getOptions();
      if (options?.hasSubscription() === true) this.subscriptions += 1;
      await this.guarded(call.metadata, options?.hasAll() ?? false);
      await new ReadSession(this.log, this.misbehaviour, call).run();
      call.end();
    } catch (error) {
      call.emit('error', error instanceof CallFailure ? error.statusObject : error);
    }
  }

  private batchAppend(call: DuplexCall): void {
    const parts = new Map<string, { first: streams.BatchAppendReq; events: ProposedEvent[] }>();
    let turn = Promise.resolve();
    call.on('data', (request: streams.BatchAppendReq) => {
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

  private async append(call: DuplexCall, first: streams.BatchAppendReq, events: ProposedEvent[]): Promise<void> {
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
    first: streams.BatchAppendReq,
    outcome: Parameters<typeof batchAppendResponse>[1],
    fault: AppendFault | undefined,
  ): Promise<void> {
    if (fault === 'never-answer') return;
    if (fault === 'drop-after-write') await this.restart();
    else if (!call.cancelled)
      call.write(batchAppendResponse(first, fault === 'timeout' ? { kind: 'timeout' } : outcome));
  }
}

function proposed(message: streams.BatchAppendReq.ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: properties.get('type') ?? '',
    contentType: properties.get('content-type') ?? 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

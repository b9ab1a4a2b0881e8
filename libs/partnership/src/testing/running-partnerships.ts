import type { CommandBus, ICommand, ICommandHandler, QueryBus } from '@nestjs/cqrs';
import type { Type } from '@nestjs/common';
import { CommandRunner, systemActor } from '#command-handling';
import { type CompanyNames, DirectoryFacts, directoryEvents, partnerManagers, type PersonNames } from '#directory';
import { openInProcessDocumentStore } from '#document-store';
import { accepted, type Clock, type DomainEvent, type FoldedStream, Transactor } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import { EventHub, ProjectionEngine } from '#projections';
import type { ProgrammeFacts } from '#programme';
import { ConcernedPartnerships } from '../concerned-partnerships.query.js';
import { partnershipEvents } from '../domain/events.js';
import { PartnershipFacts } from '../partnership-facts.adapter.js';
import { contactDirectory } from '../read-models/contact-directory/contact-directory.js';
import { HistorySentences } from '../read-models/partnership-history/history-sentences.query.js';
import { partnershipOverview } from '../read-models/partnership-overview/partnership-overview.js';
import type { Partnership } from '../read-models/partnership-overview/partnership.js';
import { partnershipOn } from '../read-models/partnership-overview/partnership-on.js';
import type { PartnershipPresenter } from '../read-models/partnership-overview/partnership-presenter.query.js';
import { PartnershipHandler, type PartnershipQuery } from '../read-models/partnership-overview/partnerships.query.js';
import { personalEvidence } from '../read-models/personal-evidence/personal-evidence.js';
import { terminationBoard } from '../read-models/termination-board/termination-board.js';

/** Partnerships that run on a log in memory, as far as reactions, histories and subscriptions need it. */
export interface RunningPartnerships {
  readonly store: InMemoryEventStore;
  readonly codec: ReturnType<typeof createEventCodec>;
  readonly clock: Clock;
  readonly hub: EventHub;
  readonly documents: ReturnType<typeof openInProcessDocumentStore>;
  readonly engine: ProjectionEngine;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
  readonly concerned: ConcernedPartnerships;
  readonly directory: DirectoryFacts;
  readonly sentences: HistorySentences;
  /** Records events as if a command had led to them, and waits until the read models hold them. */
  record(stream: string, ...events: readonly DomainEvent[]): Promise<void>;
  /** Waits until the read models hold everything. */
  settled(): Promise<void>;
  /** How many events there are in the whole log. */
  count(): Promise<number>;
  stop(): Promise<void>;
}

type Handlers = readonly (readonly [Type<ICommand>, Type<ICommandHandler>])[];

const names: readonly (readonly [string, string])[] = [
  ['prs_own', 'Jana Petersen'],
  ['prs_partner', 'Nora Voss'],
];

/** Starts them on a day, with the command handlers that are needed. */
export async function startPartnerships(today: string, handlers: Handlers): Promise<RunningPartnerships> {
  const clock: Clock = { kind: 'REAL', now: () => ({ now: `${today}T09:00:00.000Z`, today }) };
  const store = new InMemoryEventStore();
  const codec = createEventCodec({ definitions: { ...directoryEvents, ...partnershipEvents }, upcasts: {} });
  const cache = new Map<string, FoldedStream>();
  const transactor = new Transactor({ store, codec, cache, clock });
  const documents = openInProcessDocumentStore();
  const hub = new EventHub({ store, codec });
  const engine = new ProjectionEngine({ hub, documents });
  engine.register(partnershipOverview);
  engine.register(terminationBoard);
  engine.register(contactDirectory);
  engine.register(personalEvidence);
  engine.register(partnerManagers);
  await engine.start();
  await engine.ready();
  const settled = async (): Promise<void> => {
    await engine.waitFor(await store.head(), undefined, 5000);
  };

  const runner = new CommandRunner(transactor);
  const directory = new DirectoryFacts(runner, {} as never);
  const facts = new PartnershipFacts(directory, {} as ProgrammeFacts, engine);
  const bus = new Map(handlers.map(([message, handler]) => [message as unknown, new handler(runner, facts, {})]));
  const commands = { execute: (command: ICommand) => bus.get(command.constructor)?.execute(command) };
  const presenter = {
    present: (rows: readonly Partnership[]) => Promise.resolve(rows.map((row) => partnershipOn(row, today))),
  } as unknown as PartnershipPresenter;
  const partnership = new PartnershipHandler(engine, presenter);
  const persons = { byId: () => Promise.resolve(new Map(names)) } as unknown as PersonNames;
  const companies = { byId: () => Promise.resolve(new Map([['cmp_1', 'Nordlicht GmbH']])) } as unknown as CompanyNames;

  let commandNo = 0;
  const record = async (stream: string, ...events: readonly DomainEvent[]): Promise<void> => {
    commandNo += 1;
    const commandId = `0199f000-0000-7000-8000-${String(commandNo).padStart(12, '0')}`;
    const result = await transactor.transact({
      stream,
      fold: { initial: undefined, evolve: () => undefined },
      origin: { commandId, correlationId: commandId, causationId: commandId, actor: systemActor, source: 'SEED' },
      decide: () => accepted(...events),
    });
    if (result.outcome === 'rejected') throw new Error(result.rejection.message);
    // What was folded here holds nothing; commands read the stream anew.
    cache.clear();
    await settled();
  };

  return {
    store,
    codec,
    clock,
    hub,
    documents,
    engine,
    commands: commands as unknown as CommandBus,
    queries: { execute: (query: PartnershipQuery) => partnership.execute(query) } as unknown as QueryBus,
    concerned: new ConcernedPartnerships(engine),
    directory,
    sentences: new HistorySentences(persons, companies, directory),
    record,
    settled,
    count: async () => {
      let found = 0;
      for await (const _event of store.readAll()) found += 1;
      return found;
    },
    stop: () => engine.stop(),
  };
}

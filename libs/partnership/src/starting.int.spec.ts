import { CommandBus, CqrsModule, type Query, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { type CommandOutcome, type CommandRequest, CommandRunner } from '#command-handling';
import { CompanyNames, DirectoryFacts, directoryEvents, PersonNames, Reservations, TEXT_VAULT } from '#directory';
import { openInProcessDocumentStore } from '#document-store';
import { CLOCK, type Clock, type FoldedStream, type Projection, Transactor } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { createEventCodec } from '#event-store';
import type { Page } from '#graphql';
import type { Actor } from '#identity';
import { ProgrammeFacts } from '#programme';
import { EventHub, ProjectionEngine } from '#projections';
import { StageImportCommand } from './commands/import/stage-import/stage-import.handler.js';
import { AbandonPartnershipCommand } from './commands/lifecycle/abandon-partnership/abandon-partnership.handler.js';
import { BeginOnboardingCommand } from './commands/lifecycle/begin-onboarding/begin-onboarding.handler.js';
import { CompleteOnboardingCommand } from './commands/lifecycle/complete-onboarding/complete-onboarding.handler.js';
import { ImportPartnershipCommand } from './commands/lifecycle/import-partnership/import-partnership.handler.js';
import { ProposePartnershipCommand } from './commands/lifecycle/propose-partnership/propose-partnership.handler.js';
import { AssignContactCommand } from './commands/people/assign-contact/assign-contact.handler.js';
import { AssignPartnerManagerCommand } from './commands/people/assign-partner-manager/assign-partner-manager.handler.js';
import { manager, ownPerson, partnerPerson, salesProgramme } from './domain/event-samples/facts.js';
import { partnershipEvents } from './domain/events.js';
import { importBatchEvents } from './domain/import-batch/import-batch-events.js';
import { PartnershipCompanies } from './partnership-companies.query.js';
import { PartnershipFacts } from './partnership-facts.adapter.js';
import { ContactDirectoryQuery } from './read-models/contact-directory/contact-directory.query.js';
import { OnboardingBoardQuery } from './read-models/onboarding-board/onboarding-board.query.js';
import type { Partnership } from './read-models/partnership-overview/partnership.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import { VacanciesQuery } from './read-models/vacancies/vacancies.query.js';
import { startingProjections, startingProviders } from './starting.providers.js';

const clock: Clock = { kind: 'REAL', now: () => ({ now: '2026-01-31T09:00:00.000Z', today: '2026-01-31' }) };
const head: Actor = {
  userId: 'carla',
  roles: ['HEAD_OF_PARTNERING'],
  onBehalfOfSide: 'OWN',
  partnershipIds: [],
};
const representative: Actor = {
  userId: 'voss',
  roles: ['PARTNER_REP'],
  onBehalfOfSide: 'PARTNER',
  partnershipIds: ['prt_elsewhere'],
};
const proposal = { companyId: 'cmp_1', category: 'SALES', strategicRationale: 'Reach.' } as const;
const page = { first: 10 };

describe('Starting a partnership', () => {
  let module: TestingModule;
  let engine: ProjectionEngine;
  let commands: CommandBus;
  let queries: QueryBus;
  let sent = 0;

  beforeEach(async () => {
    const store = new InMemoryEventStore();
    const definitions = { ...directoryEvents, ...partnershipEvents, ...importBatchEvents };
    const codec = createEventCodec({ definitions, upcasts: {} });
    const transactor = new Transactor({ store, codec, clock, cache: new Map<string, FoldedStream>() });
    engine = new ProjectionEngine({ hub: new EventHub({ store, codec }), documents: openInProcessDocumentStore() });
    engine.register(partnershipOverview);
    for (const projection of startingProjections) engine.register(projection as unknown as Projection);
    await engine.start();
    const persons = { prs_own: ownPerson, prs_partner: partnerPerson };
    module = await Test.createTestingModule({
      imports: [CqrsModule.forRoot()],
      providers: [
        ...startingProviders,
        { provide: Transactor, useValue: transactor },
        { provide: ProjectionEngine, useValue: engine },
        { provide: CLOCK, useValue: clock },
        { provide: TEXT_VAULT, useValue: {} },
        { provide: CompanyNames, useValue: { byId: () => Promise.resolve(new Map([['cmp_1', 'Nordlicht GmbH']])) } },
        { provide: PersonNames, useValue: { byId: () => Promise.resolve(new Map([['prs_own', 'Jana Petersen']])) } },
        {
          provide: DirectoryFacts,
          useValue: {
            companyKnown: (id: string) => Promise.resolve(id === 'cmp_1'),
            person: (id: keyof typeof persons) => Promise.resolve(persons[id]),
            manager: () => Promise.resolve(manager),
            managers: () => Promise.resolve({ mgr_1: manager }),
          },
        },
        { provide: ProgrammeFacts, useValue: { version: () => Promise.resolve(salesProgramme) } },
        CommandRunner,
        Reservations,
        PartnershipFacts,
        PartnershipCompanies,
      ],
    }).compile();
    await module.init();
    commands = module.get(CommandBus);
    queries = module.get(QueryBus);
  });

  afterEach(async () => {
    await module.close();
    await engine.stop();
  });

  it('opens one partnership per company and category, and the next one once the first has ended', async () => {
    const first = acceptedId(await propose());
    expect(refusalOf(await propose())).toBe('PARTNERSHIP_ALREADY_OPEN');
    expect(acceptedId(await propose({ category: 'SERVICE' }))).not.toBe(first);
    await commands.execute(
      new AbandonPartnershipCommand({ partnershipId: first, reasonCode: 'NO_FIT', note: 'No fit.' }, request()),
    );
    expect(acceptedId(await propose({ predecessorPartnershipId: first }))).not.toBe(first);
  });

  it('answers the same command twice with the same partnership', async () => {
    const same = request();
    const first = acceptedId(await propose({}, same));
    expect(acceptedId(await propose({}, same))).toBe(first);
  });

  it('reserves nothing for a proposal that is refused', async () => {
    expect(refusalOf(await propose({ predecessorPartnershipId: 'prt_9' }))).toBe('NOT_FOUND');
    expect(refusalOf(await propose({ companyId: 'cmp_9' }))).toBe('COMPANY_UNKNOWN');
    expect(acceptedId(await propose())).toMatch(/^prt_/);
  });

  it('opens only one of several that are proposed at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => propose()));
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
  });

  it('takes rows of a staged list over, and none of a list that nobody staged', async () => {
    const mapping = { sourceSystem: 'SALESFORCE', columns: [{ field: 'legalName', column: 'Name' }] };
    const staged = await commands.execute(
      new StageImportCommand({ fileSha256: 'c'.repeat(64), rows: 1, mapping }, request()),
    );
    const batchId = staged.outcome === 'accepted' ? staged.aggregate.id : '';
    expect(refusalOf(await importRow('imp_9'))).toBe('INVALID_STATE');
    expect(acceptedId(await importRow(batchId))).toMatch(/^prt_/);
    expect(refusalOf(await importRow(batchId))).toBe('PARTNERSHIP_ALREADY_OPEN');
  });

  it('says on the board what is missing, and refuses to go live for the same reasons', async () => {
    const partnershipId = acceptedId(await propose({ proposedOn: '2026-01-05' }));
    await commands.execute(
      new AssignPartnerManagerCommand({ partnershipId, managerId: 'mgr_1', from: '2026-01-05' }, request()),
    );
    const begun = { programmeId: 'prg_1', version: 1, targetActivationOn: '2026-02-02', occurredOn: '2026-01-12' };
    await commands.execute(new BeginOnboardingCommand({ partnershipId, ...begun }, request()));
    const assigned = await commands.execute(
      new AssignContactCommand({ partnershipId, side: 'OWN', personId: 'prs_own', validFrom: '2026-01-12' }, request()),
    );
    const outcome = await commands.execute(
      new CompleteOnboardingCommand({ partnershipId, tier: 'REGISTERED' }, request()),
    );
    await caughtUpWith(assigned);

    const [row] = await nodes(new OnboardingBoardQuery(head, { managerId: 'mgr_1' }, [['openedOn', 'asc']], page));
    expect(row).toMatchObject({ id: partnershipId, companyName: 'Nordlicht GmbH', stalledDays: 19 });
    const refused = outcome.outcome === 'rejected' ? outcome.rejection.details : [];
    expect(row?.missing?.map(({ code, message }) => ({ code, message }))).toEqual(refused);
    expect(row?.missing?.map(({ code }) => code)).toEqual([
      'CONTACT_MISSING_PARTNER',
      'REQUIREMENT_UNMET:AGREEMENT',
      'REQUIREMENT_UNMET:NDA',
      'REQUIREMENT_UNMET:SALES_CERT',
      'AGREEMENT_NOT_IN_FORCE',
    ]);
  });

  it('lists who is responsible now and where nobody is, to those who may see the partnership', async () => {
    const partnershipId = acceptedId(await propose({ proposedOn: '2026-01-05' }));
    const assigned = await commands.execute(
      new AssignContactCommand({ partnershipId, side: 'OWN', personId: 'prs_own', validFrom: '2026-01-12' }, request()),
    );
    await caughtUpWith(assigned);
    const contactsOf = (actor: Actor, wanted: object) =>
      nodes(new ContactDirectoryQuery(actor, wanted, [['validFrom', 'desc']], page));
    const vacanciesOf = (actor: Actor) => nodes(new VacanciesQuery(actor, {}, [['gap.from', 'asc']], page));

    expect(await contactsOf(head, { currentOn: '2026-01-12' })).toMatchObject([{ side: 'OWN', name: 'Jana Petersen' }]);
    expect(await contactsOf(head, { currentOn: '2026-01-11' })).toEqual([]);
    expect(await contactsOf(representative, { partnershipId })).toEqual([]);
    expect(await vacanciesOf(head)).toMatchObject([
      { partnershipId, side: 'PARTNER', since: '2026-01-05', days: 26, companyName: 'Nordlicht GmbH' },
    ]);
    expect(await vacanciesOf(representative)).toEqual([]);
  });

  function propose(rest: object = {}, as = request()): Promise<CommandOutcome<Partnership>> {
    return commands.execute(new ProposePartnershipCommand({ ...proposal, ...rest }, as));
  }

  function importRow(batchId: string): Promise<CommandOutcome<Partnership>> {
    const row = { companyId: 'cmp_1', category: 'SALES', openingState: 'ACTIVE', sourceSystem: 'SALESFORCE' } as const;
    const source = { sourceRecordId: '001', batchId, rowNo: 2, unknownFields: [] };
    return commands.execute(new ImportPartnershipCommand({ ...row, ...source }, request()));
  }

  async function caughtUpWith(outcome: CommandOutcome<Partnership>): Promise<void> {
    if (outcome.outcome === 'accepted') expect(await engine.waitFor(outcome.position, undefined, 5_000)).toBe(true);
  }

  async function nodes<Node>(query: Query<Page<Node>>): Promise<readonly Node[]> {
    const { edges } = await queries.execute(query);
    return edges.map(({ node }) => node);
  }

  function request(): CommandRequest {
    sent += 1;
    const commandId = `0195e5b2-8a00-7000-8000-${String(sent).padStart(12, '0')}`;
    return { commandId, correlationId: commandId, causationId: commandId, actor: head, source: 'API' };
  }
});

function acceptedId(outcome: CommandOutcome<Partnership>): string {
  return outcome.outcome === 'accepted' ? outcome.aggregate.id : outcome.rejection.message;
}

function refusalOf(outcome: CommandOutcome<Partnership>): string | undefined {
  return outcome.outcome === 'rejected' ? outcome.rejection.code : undefined;
}

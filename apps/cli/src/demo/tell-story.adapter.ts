import { fileURLToPath } from 'node:url';
import { addDays, type CalendarDate } from '#calendar';
import { type PartnerCategory, partnerCategories, referenceProgrammes } from '#programme/domain';
import { CommandFailed } from '../exit-code.js';
import type { Refusal } from '../graphql-client.adapter.js';
import { type Api, type Carried, isRefused, type OutgoingCommand } from '../import-sending/api.js';
import { commandIdFor } from '../import-sending/command-id.js';
import { plansOf, readImportFile } from '../import-sending/read-import-file.adapter.js';
import { sendCommand } from '../import-sending/send-command.adapter.js';
import { sendImport } from '../import-sending/send-import.adapter.js';
import type { Actors } from './actors.adapter.js';
import type { Cast, Scene } from './cast.js';
import type { StoryPartnership } from './chapter.js';
import { factsOf } from './facts.adapter.js';
import { headOfPartnering, type OwnPerson, partnerManagers } from './own-company.js';
import { scenesOf } from './scenes.js';
import { story } from './story.js';

const EXAMPLES = new URL('../../../../../examples/', import.meta.url);
const LEGAL_BASIS = 'Art. 6 I f GDPR';
/** The own company had its people in place long before the story begins. */
const APPOINTED_DAYS_AGO = 400;

/** A partnership that the story has told. */
export interface Told {
  readonly company: string;
  readonly partnershipId: string;
}

interface Stage {
  readonly actors: Actors;
  readonly today: CalendarDate;
  readonly say: (line: string) => void;
  readonly programmeIds: Readonly<Record<PartnerCategory, string>>;
  readonly managerIds: ReadonlyMap<string, string>;
  readonly ownPersonIds: ReadonlyMap<string, string>;
}

/**
 * Fills an empty system through the public API: programmes, partner managers, the example list, and what happens in some
 * of its partnerships. Throws `CommandFailed` naming the chapter at which the API said no.
 */
export async function tellStory(
  actors: Actors,
  today: CalendarDate,
  say: (line: string) => void,
): Promise<readonly Told[]> {
  say('publishing the three reference programmes');
  const programmeIds = await publishProgrammes(actors.head());
  say('appointing the partner managers');
  const stage: Stage = {
    actors,
    today,
    say,
    programmeIds,
    managerIds: await appointManagers(actors.head(), today),
    ownPersonIds: await registerOwnPeople(actors.head()),
  };
  say('importing the example list');
  const imported = await importExample(await actors.system());
  const told: Told[] = [];
  for (const partnership of story) {
    say(`telling the story of ${partnership.company}`);
    told.push(await tell(partnership, imported, stage));
  }
  return told;
}

async function publishProgrammes(api: Api): Promise<Readonly<Record<PartnerCategory, string>>> {
  const ids: Partial<Record<PartnerCategory, string>> = {};
  for (const category of partnerCategories) {
    const { id } = await carriedOut(api, {
      mutation: 'draftProgramme',
      input: { commandId: commandIdFor('demo', 'draft', category), ...referenceProgrammes[category] },
    });
    const commandId = commandIdFor('demo', 'publish', category);
    await carriedOut(api, { mutation: 'publishProgrammeVersion', input: { commandId, programmeId: id } });
    ids[category] = id;
  }
  return ids as Readonly<Record<PartnerCategory, string>>;
}

async function appointManagers(api: Api, today: CalendarDate): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { userId, capacity } of partnerManagers) {
    const commandId = commandIdFor('demo', 'appoint', userId);
    const occurredOn = addDays(today, -APPOINTED_DAYS_AGO);
    const input = { commandId, occurredOn, userId, capacity };
    ids.set(userId, (await carriedOut(api, { mutation: 'appointPartnerManager', input })).id);
  }
  return ids;
}

async function registerOwnPeople(api: Api): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const people: readonly OwnPerson[] = [headOfPartnering, ...partnerManagers];
  for (const { userId, name, title, email } of people) {
    const commandId = commandIdFor('demo', 'person', userId);
    const input = { commandId, side: 'OWN', name, title, email, legalBasis: LEGAL_BASIS };
    ids.set(userId, (await carriedOut(api, { mutation: 'registerContactPerson', input })).id);
  }
  return ids;
}

/** The list of the examples, by the same code as `accord import`; the partnership by company and category. */
async function importExample(api: Api): Promise<ReadonlyMap<string, string>> {
  const path = (name: string): string => fileURLToPath(new URL(name, EXAMPLES));
  const file = await readImportFile(path('kubernetes-partners.csv'), path('kubernetes-partners.mapping.yaml'));
  const { results } = await sendImport(file, plansOf(file), {
    api,
    managers: [],
    startedAt: '',
    progress: { tick: () => undefined, done: () => undefined },
  });
  return new Map(
    [...results.values()].flatMap((row) =>
      row.outcome === 'accepted' && row.partnershipId !== undefined
        ? [[`${row.company ?? ''}/${row.category}`, row.partnershipId] as const]
        : [],
    ),
  );
}

async function tell(partnership: StoryPartnership, imported: ReadonlyMap<string, string>, stage: Stage): Promise<Told> {
  const cast = await castOf(partnership, imported, stage);
  for (const chapter of partnership.chapters) {
    const facts = await factsOf(stage.actors.head(), cast.partnershipId);
    for (const scene of scenesOf(chapter, cast, facts)) await play(scene, cast, stage, chapter.what);
  }
  return { company: partnership.company, partnershipId: cast.partnershipId };
}

async function castOf(
  partnership: StoryPartnership,
  imported: ReadonlyMap<string, string>,
  { actors, today, programmeIds, managerIds, ownPersonIds }: Stage,
): Promise<Cast> {
  const { company, category, manager, partnerContact } = partnership;
  const partnershipId = imported.get(`${company}/${category}`) ?? (await propose(partnership, actors.head(), today));
  const companyId = await companyOf(actors.head(), partnershipId);
  const commandId = commandIdFor('demo', 'person', partnerContact.email);
  const input = { commandId, side: 'PARTNER', companyId, ...partnerContact, legalBasis: LEGAL_BASIS };
  const partner = await carriedOut(actors.head(), { mutation: 'registerContactPerson', input });
  return {
    company,
    partnershipId,
    ownPersonId: ownPersonIds.get(manager) ?? '',
    partnerPersonId: partner.id,
    managerId: managerIds.get(manager) ?? '',
    managerUserId: manager,
    programme: { programmeId: programmeIds[category], version: 1, content: referenceProgrammes[category] },
    today,
  };
}

/** A partnership that is not in the list begins with its proposal. */
async function propose(
  { company, category, chapters }: StoryPartnership,
  api: Api,
  today: CalendarDate,
): Promise<string> {
  const proposal = chapters.find((chapter) => chapter.what === 'proposed');
  if (proposal === undefined)
    throw new CommandFailed(`The demo's list has no ${category} partnership with ${company}.`);
  const registered = await carriedOut(api, {
    mutation: 'registerPartnerCompany',
    input: { commandId: commandIdFor('demo', 'company', company), legalName: company, country: 'DE' },
  });
  const proposedOn = addDays(today, -proposal.daysAgo);
  const input = {
    commandId: commandIdFor('demo', 'propose', company),
    companyId: registered.id,
    category,
    strategicRationale: proposal.rationale,
    proposedOn,
  };
  return (await carriedOut(api, { mutation: 'proposePartnership', input })).id;
}

async function companyOf(api: Api, id: string): Promise<string> {
  const { partnership } = await api.request<{ readonly partnership: { readonly companyId: string } }>(
    'query ($id: ID!) { partnership(id: $id) { companyId } }',
    { id },
  );
  return partnership.companyId;
}

async function play(
  { by, command, refusedWith }: Scene,
  cast: Cast,
  { actors }: Stage,
  chapter: string,
): Promise<void> {
  const answer = await sendCommand(await actorOf(by, cast, actors), command);
  const code = isRefused(answer) ? answer.code : undefined;
  if (code === refusedWith) return;
  const said = isRefused(answer) ? saidBy(answer) : 'it was accepted';
  throw new CommandFailed(`The demo's story broke at "${chapter}" of ${cast.company}: ${command.mutation}: ${said}`);
}

function actorOf(by: Scene['by'], cast: Cast, actors: Actors): Promise<Api> {
  switch (by) {
    case 'HEAD':
      return Promise.resolve(actors.head());
    case 'MANAGER':
      return actors.manager(cast.managerUserId);
    case 'REPRESENTATIVE':
      return actors.representative(cast.partnershipId);
  }
}

async function carriedOut(api: Api, command: OutgoingCommand): Promise<Carried> {
  const answer = await sendCommand(api, command);
  if (isRefused(answer)) throw new CommandFailed(`The demo's story broke at ${command.mutation}: ${saidBy(answer)}`);
  return answer;
}

function saidBy({ code, message, details }: Refusal): string {
  return [`${message} (${code})`, ...details.map((detail) => `${detail.code}: ${detail.message}`)].join(' | ');
}

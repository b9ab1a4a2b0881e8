import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { commandLine } from '../support/command-line.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { type Cast, proposedPartnership } from '../support/partnership-cast.js';

/** A projection that cannot fold the assignment of a manager to a service partnership. */
const file = `
import { defineProjection, Field, ID, ObjectType, PartnerCategoryEnum, partnershipIdOf } from '#analytics';

@ObjectType()
class Managed {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartnerCategoryEnum)
  readonly category!: 'SALES' | 'TECHNOLOGY' | 'SERVICE';

  @Field(() => [ID])
  readonly managerIds!: readonly string[];
}

export default defineProjection({
  name: 'managed',
  version: 1,
  document: Managed,
  key: ({ stream }) => partnershipIdOf(stream),
  on: {
    PartnershipProposed: (_, { data: { category } }, id) => ({ id, category, managerIds: [] }),
    PartnerManagerAssigned: (found, { data }) => {
      if (found?.category === 'SERVICE') throw new Error('service partnerships have no manager');
      return found && { ...found, managerIds: [...found.managerIds, data.managerId] };
    },
  },
});
`;

interface Overview {
  readonly name: string;
  readonly paused: boolean;
  readonly parked: number | null;
  readonly lastDecision: {
    readonly event: string;
    readonly decidedBy: string | null;
    readonly reason: string | null;
  } | null;
  readonly live: { readonly build: string; readonly state: string } | null;
  readonly candidate: { readonly build: string; readonly state: string } | null;
  readonly previous: { readonly build: string } | null;
}

const OVERVIEW = `name paused parked lastDecision { event decidedBy reason }
  live { build state } candidate { build state } previous { build }`;

let folder: string;
let api: ApiUnderTest;
let analyst: GraphqlActor;
let head: GraphqlActor;
let sales: Cast;
let service: Cast;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-control-'));
  await writeFile(join(folder, 'managed.ts'), file);
  api = await startApiUnderTest({ ACCORD_PROJECTIONS: folder });
  sales = await proposedPartnership(api, 'Adler');
  service = await proposedPartnership(api, 'Brennerei', 'SERVICE');
  analyst = await api.actor('ANALYST');
  head = await api.actor('HEAD_OF_PARTNERING', { subject: 'carla' });
  for (const actor of [analyst, head]) actor.seen = service.head.seen;
});
afterAll(async () => {
  await api.dispose();
  await rm(folder, { recursive: true });
});

async function overview(name = 'managed', actor = analyst): Promise<Overview | undefined> {
  const { projections } = await actor.query<{ readonly projections: readonly Overview[] }>(
    `query ($name: String) { projections(name: $name) { ${OVERVIEW} } }`,
    { name },
  );
  return projections[0];
}

/** Decisions are carried out soon after they are recorded: asks until what is seen is so. */
async function eventually(isSo: (found: Overview) => boolean, name?: string): Promise<Overview> {
  for (;;) {
    const found = await overview(name);
    if (found !== undefined && isSo(found)) return found;
  }
}

async function cli(...given: readonly string[]): Promise<Awaited<ReturnType<typeof commandLine>>> {
  const token = await api.token({ subject: 'carla', roles: ['HEAD_OF_PARTNERING'] });
  return commandLine(...given, '--url', api.url, '--token', token, '--data-dir', api.dataDirectory);
}

describe('the projections of a server', () => {
  it('are listed with how they are doing, those of files beside the built-in ones', async () => {
    expect(await overview()).toMatchObject({ paused: false, live: { build: 'managed.v1', state: 'live' } });
    expect(await overview('partnership-overview')).toMatchObject({ live: { state: 'live' }, parked: 0 });
    const { code, stdout } = await cli('projections', 'list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^managed +v1 +live/m);
  });

  it('are no concern of a partner, and auditors do not decide about them', async () => {
    const { errors } = await sales.representative.send(`{ projections { name } }`);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const auditor = await api.actor('AUDITOR');
    expect((await auditor.refused('pauseProjection', { projection: 'managed' })).code).toBe('FORBIDDEN');
  });

  it('that are not there cannot be decided about', async () => {
    expect((await analyst.refused('pauseProjection', { projection: 'nonsense' })).code).toBe('NOT_FOUND');
    const { code, stderr } = await cli('projections', 'pause', 'nonsense');
    expect(code).toBe(1);
    expect(stderr).toContain('There is no projection "nonsense"');
  });
});

describe('a paused projection', () => {
  it('takes nothing until it is resumed; who decided is for those who may see names', async () => {
    await head.accepted('pauseProjection', { projection: 'managed', reason: 'Month end.' }, 'projection { paused }');
    const paused = await eventually(({ live }) => live?.state === 'paused');
    expect(paused).toMatchObject({
      paused: true,
      lastDecision: { event: 'ProjectionPaused', decidedBy: null, reason: 'Month end.' },
    });
    head.seen = undefined;
    expect((await overview('managed', head))?.lastDecision?.decidedBy).toBe('carla');
    const { code } = await cli('projections', 'resume', 'managed');
    expect(code).toBe(0);
    await eventually(({ live }) => live?.state === 'live');
  });
});

describe('a document whose event cannot be folded', () => {
  const parked = `query { parkedDocuments(projection: "managed") { totalCount edges { node { key type error attempts } } } }`;

  it('is parked, is shown as of the event before, and leaves the others alone', async () => {
    await eventually((found) => found.parked === 1);
    expect(await analyst.query(parked)).toEqual({
      parkedDocuments: {
        totalCount: 1,
        edges: [
          {
            node: {
              key: service.partnershipId,
              type: 'PartnerManagerAssigned',
              error: expect.stringContaining('service partnerships have no manager') as string,
              attempts: 1,
            },
          },
        ],
      },
    });
    const { managed } = await analyst.query<{ readonly managed: object }>(
      `query ($id: ID!) { managed: managed(id: $id) { managerIds } }`,
      { id: service.partnershipId },
    );
    expect(managed).toEqual({ managerIds: [] });
  });

  it('says that it is, in lists and alone; others do not', async () => {
    const { parkedDocuments, list, alone, other, partnership } = await analyst.query<{
      readonly parkedDocuments: { readonly edges: readonly { readonly node: { readonly since: string } }[] };
      readonly list: { readonly edges: readonly { readonly node: object }[] };
      readonly alone: object;
      readonly other: object;
      readonly partnership: object;
    }>(
      `query ($id: ID!, $other: ID!) {
        parkedDocuments(projection: "managed") { edges { node { since } } }
        list: manageds(sort: { by: category, direction: asc }) { edges { node { id parkedSince } } }
        alone: managed(id: $id) { parkedSince }
        other: managed(id: $other) { parkedSince }
        partnership(id: $id) { parkedSince }
      }`,
      { id: service.partnershipId, other: sales.partnershipId },
    );
    const since = parkedDocuments.edges[0]?.node.since;
    expect(list.edges.map(({ node }) => node)).toEqual([
      { id: sales.partnershipId, parkedSince: null },
      { id: service.partnershipId, parkedSince: since },
    ]);
    expect([alone, other, partnership]).toEqual([{ parkedSince: since }, { parkedSince: null }, { parkedSince: null }]);
  });

  it('can be tried again, which fails again as long as nothing is mended', async () => {
    const { code } = await cli('projections', 'retry', 'managed', service.partnershipId);
    expect(code).toBe(0);
    for (;;) {
      const { stdout } = await cli('projections', 'parked', 'managed', '--json');
      const [entry] = JSON.parse(stdout) as readonly { readonly attempts: number }[];
      if ((entry?.attempts ?? 0) > 1) break;
    }
  });

  it('goes on without the event once that is decided, for a reason', async () => {
    expect((await cli('projections', 'skip', 'managed', service.partnershipId)).code).toBe(2);
    const reason = 'Service partnerships are looked after by the service desk.';
    const { code } = await cli('projections', 'skip', 'managed', service.partnershipId, '--reason', reason);
    expect(code).toBe(0);
    await eventually((found) => found.parked === 0);
    expect((await overview())?.lastDecision).toMatchObject({ event: 'ParkedEventSkipped', reason });
    expect((await analyst.refused('retryParkedDocument', { projection: 'managed', key: 'prt_x' })).code).toBe(
      'NOT_PARKED',
    );
  });
});

describe('a rebuild', () => {
  it('is not rehearsed before it was asked for', async () => {
    const { code, stderr } = await cli('projections', 'rehearsal', 'managed');
    expect(code).toBe(1);
    expect(stderr).toContain('"managed" has no build beside the live one. Ask for a rebuild with a rehearsal.');
  });

  it('is made beside what is read, rehearsed, promoted, and taken back', async () => {
    await analyst.accepted('rebuildProjection', { projection: 'managed', rehearse: true }, 'projection { rebuilds }');
    const { candidate } = await eventually((found) => found.candidate?.state === 'rehearsed');
    expect((await analyst.refused('rebuildProjection', { projection: 'managed' })).code).toBe('REBUILD_RUNNING');
    const { stdout } = await cli('projections', 'rehearsal', 'managed');
    expect(stdout).toContain('0 documents added, 0 gone, 0 changed, 2 unchanged.');
    await analyst.accepted('promoteBuild', { projection: 'managed' }, 'projection { name }');
    await eventually((found) => found.live?.build === candidate?.build);
    expect((await overview())?.previous).toEqual({ build: 'managed.v1' });
    expect((await cli('projections', 'back', 'managed')).code).toBe(0);
    await eventually((found) => found.live?.build === 'managed.v1');
    expect((await cli('projections', 'drop', 'managed')).code).toBe(0);
    await eventually((found) => found.previous === null);
  });

  it('keeps a decision to skip: no document is parked again', async () => {
    await analyst.accepted('rebuildProjection', { projection: 'managed' }, 'projection { name }');
    const { live, parked } = await eventually(
      (found) => found.live?.build !== 'managed.v1' && found.candidate === null,
    );
    expect({ state: live?.state, parked }).toEqual({ state: 'live', parked: 0 });
  });
});

describe('accord verify projections', () => {
  const of = (...names: readonly string[]) => ['verify', 'projections', ...names, '--projections', folder];

  it('finds every document as the log says', async () => {
    const { code, stdout, stderr } = await cli(...of());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('The read models are what the log says.');
    expect(stdout).toMatch(/^managed +v1 +2 +0 +0 +[0-9a-f]{64}$/m);
  });

  it('gives the same digest each time', async () => {
    const digest = async (): Promise<string> => (await cli(...of('managed'), '--fold-only', '--json')).stdout;
    expect(await digest()).toBe(await digest());
  });

  it('names the document and the field that were altered, and ends with an exit code for monitoring', async () => {
    const { engine } = api.platform;
    const projection = engine.registered().find(({ name }) => name === 'managed');
    if (projection === undefined) throw new Error('The file was not loaded.');
    const collection = engine.collection(projection);
    const stored = (await collection.getMany([sales.partnershipId])).get(sales.partnershipId);
    if (stored === undefined) throw new Error('There is no such document.');
    await collection.write([
      { ...stored, position: `${stored.position}x`, document: { ...stored.document, category: 'SERVICE' } },
    ]);
    const { code, stdout } = await cli(...of('managed'));
    expect(code).toBe(1);
    expect(stdout).toContain(`managed ${sales.partnershipId} category: the log says "SALES", the read model "SERVICE"`);
  });

  it('refuses a projection that it does not know', async () => {
    const { code, stderr } = await cli(...of('nonsense'));
    expect(code).toBe(2);
    expect(stderr).toContain('There is no projection "nonsense"');
  });
});

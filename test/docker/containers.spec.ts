import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationFrom } from '#platform';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const DOCKER = join(REPOSITORY, 'docker');
const SETTINGS = readFileSync(join(REPOSITORY, 'docs/settings.md'), 'utf8');
const DOCKERFILE = readFileSync(join(DOCKER, 'Dockerfile'), 'utf8');
const PACKAGE = readFileSync(join(REPOSITORY, 'package.json'), 'utf8');

/** Services that prepare a volume as root before anything runs, without a network, and end. */
const PREPARING = ['certificates', 'mongodb-key'];

/** dclint's rules of taste are off: services stand in the order in which they start. */
const rules = {
  'service-keys-order': 0,
  'services-alphabetical-order': 0,
  'top-level-properties-order': 0,
  'require-project-name-field': 2,
  'service-image-require-explicit-tag': 2,
  'no-unbound-port-interfaces': 2,
  'no-duplicate-exported-ports': 2,
} as const;

const text = z.union([z.string(), z.number()]).transform(String);
const compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      user: z.string().optional(),
      restart: z.string().optional(),
      network_mode: z.string().optional(),
      read_only: z.boolean().default(false),
      cap_drop: z.array(z.string()).default([]),
      command: z.union([z.string(), z.array(z.string())]).default([]),
      environment: z.record(z.string(), text).default({}),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      volumes: z.array(z.string()).default([]),
      deploy: z.object({ replicas: z.number() }).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
});
type Compose = z.infer<typeof compose>;

function load(name: string): Compose {
  return compose.parse(parse(readFileSync(join(DOCKER, name), 'utf8'), { merge: true }));
}

/** What the linter has against a file: rule and message. */
function complaints(file: string): readonly string[] {
  const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] });
  return linter
    .lintFiles([file], false)
    .flatMap(({ messages }) => messages.map(({ rule, message }) => `${rule}: ${message}`));
}

/** How the script of a name in package.json starts Node, as an image says it: with the lines of the sources in errors. */
function startedBy(script: 'start' | 'projector'): readonly string[] {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(PACKAGE));
  return (scripts[script] ?? '').replace(' dist/', ' --enable-source-maps dist/').split(' ');
}

/** True for a service that says by itself whether it works; Accord's image brings its own check. */
function hasHealth({ image, healthcheck }: Compose['services'][string]): boolean {
  return healthcheck !== undefined || image === 'accord';
}

describe.each(['compose.yaml', 'compose.insecure.yaml'])('docker/%s', (name) => {
  const { services, volumes } = load(name);
  const all = Object.entries(services);

  it('fits the schema of compose files and the rules that are not taste', () => {
    expect(complaints(join(DOCKER, name))).toEqual([]);
  });

  it('gives the projector the options that npm gives it', () => {
    expect(services['projector']?.command).toEqual(startedBy('projector'));
  });

  it('waits only for what can tell that it is ready', () => {
    const waits = all.flatMap(([, { depends_on: on }]) => Object.entries(on));
    expect(waits.length).toBeGreaterThan(0);
    for (const [on, { condition }] of waits) {
      const other = services[on];
      expect([on, other === undefined ? 'missing' : condition]).toEqual([
        on,
        other !== undefined && hasHealth(other) ? 'service_healthy' : 'service_completed_successfully',
      ]);
      if (condition === 'service_completed_successfully') expect([on, other?.restart]).toEqual([on, undefined]);
    }
  });

  it('names images by an exact version', () => {
    for (const [, { image }] of all) if (image !== 'accord') expect(image).toMatch(/^[a-z0-9/-]+:\d+\.\d+\.\d+$/);
  });

  it('runs EventStoreDB 24.10.5 or a later 24.10: older ones send impossible checkpoints', () => {
    const [, patch] = /^eventstore\/eventstore:24\.10\.(\d+)$/.exec(services['eventstore']?.image ?? '') ?? [];
    expect(Number(patch)).toBeGreaterThanOrEqual(5);
  });

  it('sets only what the table of settings knows', () => {
    const accord = all.filter(([, { image }]) => image === 'accord');
    expect(accord.map(([service]) => service).sort()).toEqual(['api', 'projector']);
    const names = accord.flatMap(([, { environment }]) => Object.keys(environment));
    for (const setting of names) expect([setting, SETTINGS.includes(`\`${setting}\``)]).toEqual([setting, true]);
  });

  it('has nothing that runs as root, writes into its image or keeps rights that it does not need', () => {
    for (const [service, { image, user, read_only: readOnly, cap_drop: dropped, network_mode: network }] of all) {
      if (PREPARING.includes(service)) expect([service, network]).toEqual([service, 'none']);
      else {
        expect([service, dropped]).toEqual([service, ['ALL']]);
        expect([service, user === undefined || /^[1-9]/.test(user)]).toEqual([service, true]);
      }
      if (image === 'accord') expect([service, readOnly]).toEqual([service, true]);
    }
  });

  it('uses every volume that it declares, and no other', () => {
    const used = all.flatMap(([, { volumes: mounts }]) => mounts.map((mount) => mount.split(':')[0] ?? ''));
    expect([...new Set(used.filter((mount) => !mount.startsWith('.')))].sort()).toEqual(Object.keys(volumes).sort());
  });
});

describe('docker/compose.yaml', () => {
  const source = readFileSync(join(DOCKER, 'compose.yaml'), 'utf8');
  const { services } = load('compose.yaml');

  it('knows no password: each is asked for, and none has a default', () => {
    const asked = [...source.matchAll(/\$\{(\w*(?:PASSWORD|SECRET|TOKEN|JWKS)\w*)([^}]*)\}/g)];
    expect(asked.length).toBeGreaterThan(4);
    for (const [, variable, otherwise] of asked) expect([variable, otherwise?.slice(0, 2)]).toEqual([variable, ':?']);
    const passwords = Object.values(services).flatMap(({ environment }) =>
      Object.entries(environment).filter(([key]) => key.includes('PASSWORD')),
    );
    for (const [key, value] of passwords) expect([key, value.startsWith('${')]).toEqual([key, true]);
  });

  it('speaks TLS to the event store and checks its certificate', () => {
    expect(services['eventstore']?.environment['EVENTSTORE_INSECURE']).toBeUndefined();
    expect(services['api']?.environment['ACCORD_EVENT_STORE']).toContain('tls=true&tlsCAFile=/certs/ca.crt');
  });

  it('runs two of each, one replica set of three, and keys apart from who needs only the authority', () => {
    expect([services['api']?.deploy?.replicas, services['projector']?.deploy?.replicas]).toEqual([2, 2]);
    const members = Object.values(services).filter(({ command }) => command.includes('--replSet'));
    expect(members.map(({ command }) => command.includes('--keyFile'))).toEqual([true, true, true]);
    expect(services['api']?.volumes).toEqual(['accord-data:/data', 'authority:/certs:ro']);
  });
});

describe('the linter of compose files', () => {
  it('can fail', () => {
    const planted = join(import.meta.dirname, 'fixtures/wrong-compose.yaml');
    expect(complaints(planted)).toEqual([expect.stringMatching(/^invalid-schema: .*services\/api/) as unknown]);
  });
});

describe('docker/Dockerfile', () => {
  const lines = DOCKERFILE.split('\n');

  it('is well formed', () => {
    expect(validate(DOCKERFILE)).toEqual([]);
    expect(validate('FROM node\nEXPOSE port').map(({ message }) => message)).toEqual(['Invalid containerPort: port']);
  });

  it('builds on an exact version, the same in both stages', () => {
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/);
  });

  it('runs as a user who is not root, stops by SIGTERM to Node itself and checks its own health', () => {
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER 1000:1000']);
    expect(lines).toContain('STOPSIGNAL SIGTERM');
    expect(DOCKERFILE).toMatch(/^HEALTHCHECK .*\\\n {2}CMD \["node", .*\/health\/live/m);
  });

  it('starts the API as npm does, and nothing else', () => {
    const starts = lines.filter((line) => /^(CMD|ENTRYPOINT) /.test(line));
    expect(starts.map((line): unknown => JSON.parse(line.replace('CMD ', '')))).toEqual([startedBy('start')]);
  });

  it('takes production dependencies only, and sets what the server accepts', () => {
    expect(DOCKERFILE).toContain('npm prune --omit=dev');
    expect(lines.filter((line) => line.startsWith('COPY . '))).toEqual([]);
    const settings = Object.fromEntries(
      [...DOCKERFILE.matchAll(/^(?:ENV| {3}) (\w+)=(\S+)/gm)].map(([, key = '', value]) => [key, value]),
    );
    expect(settings).toMatchObject({ NODE_ENV: 'production', PORT: '4000', ACCORD_DATA_DIR: '/data' });
    const configuration = configurationFrom({ ...settings, ACCORD_JWKS_URL: 'https://login.example.com/jwks.json' });
    expect(configuration).toMatchObject({ production: true, host: '0.0.0.0', port: 4000, dataDirectory: '/data' });
  });
});

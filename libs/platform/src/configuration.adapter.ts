import { printableAddress } from '#document-store';
import { z } from 'zod';
import {
  type DocumentStoreSetting,
  documentStoreSetting,
  type EventStoreSetting,
  eventStoreSetting,
} from './store-settings.adapter.js';

/** Where the stores are. */
export interface StorePlaces {
  /** Folder of the embedded stores: log, person vault, signing key. */
  readonly dataDirectory: string;
  readonly eventStore: EventStoreSetting;
  readonly documentStore: DocumentStoreSetting;
}

/** What the environment says, checked and with a default for the embedded case (design.md section 9). */
export interface Configuration extends StorePlaces {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  /** Whether the API runs projections and reactions itself, or leaves them to projector processes. */
  readonly projector: 'embedded' | 'external';
  /** Folder of projection files that are run like the built-in projections. */
  readonly projectionsDirectory?: string;
  /** After how long a process that shares the work and says nothing more is replaced, in milliseconds. */
  readonly leaseMs: number;
  /** Into how many partitions the documents of a projection's build are divided that begins from now on. */
  readonly partitions: number;
  /** Where the keys come from that tokens are checked with; none for a process that takes no requests. */
  readonly keys:
    | { readonly kind: 'none' }
    | { readonly kind: 'own'; readonly file: string }
    | { readonly kind: 'jwks-url'; readonly url: URL }
    | { readonly kind: 'jwks-file'; readonly file: string };
  /** Where the key of pseudonyms is; without one nothing is exported. */
  readonly pseudonymKey:
    | { readonly kind: 'none' }
    | { readonly kind: 'own'; readonly file: string }
    | { readonly kind: 'file'; readonly file: string };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The most a request body may hold, in bytes. */
  readonly maxBodyBytes: number;
  /** How long a query waits for the read models to reach the position it names. */
  readonly readYourWritesTimeoutMs: number;
  /** A read model that is further behind the log than this is reported by `/health/ready`, in seconds. */
  readonly maxLagSeconds: number;
  /** How long a process that has been asked to end still serves, and says that it is not ready, in milliseconds. */
  readonly shutdownDelayMs: number;
  /** How long it may then take to finish what is in flight, in milliseconds. */
  readonly shutdownTimeoutMs: number;
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `a whole number from ${String(least)} to ${String(most)}`);

/** Where an app listens unless it is told otherwise. */
const PORTS = { api: 4000, projector: 4001 };

const environment = z.object({
  PORT: wholeNumber(0, 65_535).optional(),
  HOST: z.string().min(1, 'a host name or an address').default('127.0.0.1'),
  NODE_ENV: z.string().optional(),
  ACCORD_DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  ACCORD_EVENT_STORE: eventStoreSetting.optional(),
  ACCORD_DOCUMENT_STORE: documentStoreSetting.default({ kind: 'memory' }),
  ACCORD_PROJECTOR: z.enum(['embedded', 'external'], 'embedded or external').default('embedded'),
  ACCORD_PROJECTIONS: z.string().min(1, 'a folder').optional(),
  ACCORD_LEASE_MS: wholeNumber(300, 600_000).default(10_000),
  ACCORD_PROJECTION_PARTITIONS: wholeNumber(1, 64).default(1),
  ACCORD_JWKS_URL: z.url('the URL of a JWKS document').optional(),
  ACCORD_JWKS_FILE: z.string().min(1, 'the path of a JWKS document').optional(),
  ACCORD_PSEUDONYM_KEY_FILE: z.string().min(1, 'the path of a file with a secret').optional(),
  ACCORD_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'one of debug, info, warn, error, silent')
    .default('info'),
  ACCORD_MAX_BODY_BYTES: wholeNumber(1024, 16_777_216).default(1_048_576),
  ACCORD_READ_YOUR_WRITES_TIMEOUT_MS: wholeNumber(1, 60_000).default(5000),
  ACCORD_MAX_LAG_SECONDS: wholeNumber(1, 86_400).default(60),
  ACCORD_SHUTDOWN_DELAY_MS: wholeNumber(0, 300_000).default(0),
  ACCORD_SHUTDOWN_TIMEOUT_MS: wholeNumber(1, 300_000).default(15_000),
});

/** The settings that say where the stores are. */
const STORES = { ACCORD_DATA_DIR: true, ACCORD_EVENT_STORE: true, ACCORD_DOCUMENT_STORE: true } as const;

type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that are read: those that docs/settings.md explains. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** A setting has a value that cannot be used; the message names the variable and what would be right. */
export class ConfigurationInvalid extends Error {
  override readonly name = 'ConfigurationInvalid';
}

/** Reads the settings of a process. Throws {@link ConfigurationInvalid} with one line about the first wrong one. */
export function configurationFrom(variables: Variables, app: 'api' | 'projector' = 'api'): Configuration {
  const settings = checked(environment, variables);
  refuseUnsharedReadModels(settings, app);
  const production = settings.NODE_ENV === 'production';
  return {
    port: settings.PORT ?? PORTS[app],
    host: settings.HOST,
    production,
    ...placesIn(settings),
    projector: app === 'projector' ? 'embedded' : settings.ACCORD_PROJECTOR,
    ...(settings.ACCORD_PROJECTIONS === undefined ? {} : { projectionsDirectory: settings.ACCORD_PROJECTIONS }),
    leaseMs: settings.ACCORD_LEASE_MS,
    partitions: settings.ACCORD_PROJECTION_PARTITIONS,
    keys: app === 'projector' ? { kind: 'none' } : keySource(settings, production),
    pseudonymKey: app === 'projector' ? { kind: 'none' } : pseudonymKeySource(settings, production),
    logLevel: settings.ACCORD_LOG_LEVEL,
    maxBodyBytes: settings.ACCORD_MAX_BODY_BYTES,
    readYourWritesTimeoutMs: settings.ACCORD_READ_YOUR_WRITES_TIMEOUT_MS,
    maxLagSeconds: settings.ACCORD_MAX_LAG_SECONDS,
    shutdownDelayMs: settings.ACCORD_SHUTDOWN_DELAY_MS,
    shutdownTimeoutMs: settings.ACCORD_SHUTDOWN_TIMEOUT_MS,
  };
}

/** Reads where the stores are, for a command that opens them beside a server. Throws as {@link configurationFrom}. */
export function storePlacesFrom(variables: Variables): StorePlaces {
  return placesIn(checked(environment.pick(STORES), variables));
}

/** Reads the place of a log that is named elsewhere than in `ACCORD_EVENT_STORE`. Throws as {@link configurationFrom}. */
export function eventStoreNamed(url: string, where: string): EventStoreSetting {
  return checked(z.object({ [where]: eventStoreSetting }), { [where]: url })[where] as EventStoreSetting;
}

function checked<Schema extends z.ZodType>(schema: Schema, variables: Variables): z.infer<Schema> {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw wrongSetting(parsed.error.issues[0], given);
}

function placesIn(settings: Pick<z.infer<typeof environment>, keyof typeof STORES>): StorePlaces {
  const { ACCORD_DATA_DIR: dataDirectory, ACCORD_EVENT_STORE, ACCORD_DOCUMENT_STORE: documentStore } = settings;
  const embedded: EventStoreSetting = { kind: 'sqlite', path: `${dataDirectory}/accord.db` };
  return { dataDirectory, eventStore: ACCORD_EVENT_STORE ?? embedded, documentStore };
}

function wrongSetting(
  issue: z.core.$ZodIssue | undefined,
  given: Readonly<Record<string, string | undefined>>,
): ConfigurationInvalid {
  const name = String(issue?.path[0] ?? '');
  const value = printableAddress(given[name] ?? '');
  const wanted = issue?.message ?? 'something else';
  return new ConfigurationInvalid(`${name} is "${value}"; it must be ${wanted}. Correct it or leave it out.`);
}

function refuseUnsharedReadModels(settings: z.infer<typeof environment>, app: 'api' | 'projector'): void {
  if (settings.ACCORD_DOCUMENT_STORE.kind !== 'memory') return;
  if (app === 'projector')
    throw new ConfigurationInvalid(
      'ACCORD_DOCUMENT_STORE is "memory:", where only this projector could see what it builds. ' +
        'Name a store that processes share (mongodb://…), or start the API alone: it builds its read models itself.',
    );
  if (settings.ACCORD_PROJECTOR === 'external')
    throw new ConfigurationInvalid(
      'ACCORD_PROJECTOR is "external", but with ACCORD_DOCUMENT_STORE "memory:" no other process can fill the read models. ' +
        'Name a store that processes share (mongodb://…), or set ACCORD_PROJECTOR to embedded.',
    );
}

function keySource(settings: z.infer<typeof environment>, production: boolean): Configuration['keys'] {
  const { ACCORD_JWKS_URL: url, ACCORD_JWKS_FILE: file } = settings;
  if (url !== undefined && file !== undefined)
    throw new ConfigurationInvalid('ACCORD_JWKS_URL and ACCORD_JWKS_FILE are both set; keys come from one of them.');
  if (url !== undefined) return { kind: 'jwks-url', url: new URL(url) };
  if (file !== undefined) return { kind: 'jwks-file', file };
  if (production)
    throw new ConfigurationInvalid(
      'ACCORD_JWKS_URL is not set; in production it (or ACCORD_JWKS_FILE) must name the keys that tokens are checked with.',
    );
  return { kind: 'own', file: `${settings.ACCORD_DATA_DIR}/signing-key.json` };
}

/** In production every copy needs the same key, so none makes its own. */
function pseudonymKeySource(settings: z.infer<typeof environment>, production: boolean): Configuration['pseudonymKey'] {
  const { ACCORD_PSEUDONYM_KEY_FILE: file } = settings;
  if (file !== undefined) return { kind: 'file', file };
  return production ? { kind: 'none' } : { kind: 'own', file: `${settings.ACCORD_DATA_DIR}/pseudonym-key` };
}

import { z } from 'zod';

/** What the environment says, checked and with a default for the embedded case (design.md section 9). */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  /** Folder of the embedded stores: log, person vault, signing key. */
  readonly dataDirectory: string;
  readonly eventStore: { readonly kind: 'sqlite'; readonly path: string };
  /** Where the keys come from that tokens are checked with. */
  readonly keys:
    | { readonly kind: 'own'; readonly file: string }
    | { readonly kind: 'jwks-url'; readonly url: URL }
    | { readonly kind: 'jwks-file'; readonly file: string };
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

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().min(1, 'a host name or an address').default('127.0.0.1'),
  NODE_ENV: z.string().optional(),
  ACCORD_DATA_DIR: z.string().min(1, 'a folder').default('./data'),
  ACCORD_EVENT_STORE: z
    .string()
    .regex(/^sqlite:.+/, 'sqlite:<path of the file>, for example sqlite:./data/accord.db')
    .optional(),
  ACCORD_DOCUMENT_STORE: z.literal('memory:', 'memory:').default('memory:'),
  ACCORD_JWKS_URL: z.url('the URL of a JWKS document').optional(),
  ACCORD_JWKS_FILE: z.string().min(1, 'the path of a JWKS document').optional(),
  ACCORD_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'one of debug, info, warn, error, silent')
    .default('info'),
  ACCORD_MAX_BODY_BYTES: wholeNumber(1024, 16_777_216).default(1_048_576),
  ACCORD_READ_YOUR_WRITES_TIMEOUT_MS: wholeNumber(1, 60_000).default(5000),
  ACCORD_MAX_LAG_SECONDS: wholeNumber(1, 86_400).default(60),
  ACCORD_SHUTDOWN_DELAY_MS: wholeNumber(0, 300_000).default(0),
  ACCORD_SHUTDOWN_TIMEOUT_MS: wholeNumber(1, 300_000).default(15_000),
});

/** The variables that are read: those that docs/settings.md explains. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** A setting has a value that cannot be used; the message names the variable and what would be right. */
export class ConfigurationInvalid extends Error {
  override readonly name = 'ConfigurationInvalid';
}

/** Reads the settings. Throws {@link ConfigurationInvalid} with one line about the first wrong one. */
export function configurationFrom(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    throw new ConfigurationInvalid(
      `${name} is "${given[name] ?? ''}"; it must be ${issue?.message ?? 'something else'}. Correct it or leave it out.`,
    );
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  return {
    port: settings.PORT,
    host: settings.HOST,
    production,
    dataDirectory: settings.ACCORD_DATA_DIR,
    eventStore: {
      kind: 'sqlite',
      path: settings.ACCORD_EVENT_STORE?.slice('sqlite:'.length) ?? `${settings.ACCORD_DATA_DIR}/accord.db`,
    },
    keys: keySource(settings, production),
    logLevel: settings.ACCORD_LOG_LEVEL,
    maxBodyBytes: settings.ACCORD_MAX_BODY_BYTES,
    readYourWritesTimeoutMs: settings.ACCORD_READ_YOUR_WRITES_TIMEOUT_MS,
    maxLagSeconds: settings.ACCORD_MAX_LAG_SECONDS,
    shutdownDelayMs: settings.ACCORD_SHUTDOWN_DELAY_MS,
    shutdownTimeoutMs: settings.ACCORD_SHUTDOWN_TIMEOUT_MS,
  };
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

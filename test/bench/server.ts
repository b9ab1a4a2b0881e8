import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { issueToken, loadOrCreateKey } from '#identity';
import { type Core, type ScriptOptions, startScript } from './child.js';

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from its start to the line in which it says where it is. */
  readonly readyAfterMs: number;
  stop(): Promise<void>;
}

/** An API is ready at its address, a projector's health is. */
const READY = /(?:ready|health is) at (http:\/\/[^/\s]+)/;

/**
 * Starts a server script, in production unless `env` says otherwise, and waits until it says on stdout where it is. Rejects
 * when it ends before that.
 */
export function startServer(
  script: URL,
  { args = [], ...options }: ScriptOptions & { readonly args?: readonly string[] },
): Promise<Server> {
  const begin = performance.now();
  const env = { ...process.env, NODE_ENV: 'production', ...options.env };
  const child = startScript(fileURLToPath(script), args, { ...options, env, stdout: 'pipe' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = READY.exec(said)?.[1];
      if (url === undefined) return;
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM');
        await ended;
      };
      resolve({ url: `${url}/graphql`, pid: child.pid ?? 0, readyAfterMs: performance.now() - begin, stop });
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${script.pathname} ended with ${String(code)} before it was ready.`)),
    );
  });
}

/** Starts Accord itself over the log `accord.db` in a folder. */
export async function startAccord(folder: string, core?: Core): Promise<Server> {
  return startApp('api', await settingsIn(folder), core);
}

/** Starts a server of Accord with the settings given and with the options that `npm start` gives to Node. */
export function startApp(app: 'api' | 'projector', env: NodeJS.ProcessEnv, core?: Core): Promise<Server> {
  return startServer(new URL(`../../apps/${app}/src/main.js`, import.meta.url), {
    env,
    nodeOptions: optionsOfNpmStart(),
    ...(core === undefined ? {} : { core }),
  });
}

function optionsOfNpmStart(): readonly string[] {
  const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(file) as { readonly scripts: { readonly start: string } };
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
}

/** Settings of a server of Accord that keeps its data in a folder, for production. */
export async function settingsIn(folder: string): Promise<NodeJS.ProcessEnv> {
  const { keys } = await loadOrCreateKey(signingKeyIn(folder));
  const jwks = `${folder}/jwks.json`;
  await writeFile(jwks, JSON.stringify(keys));
  return {
    ACCORD_DATA_DIR: folder,
    ACCORD_JWKS_FILE: jwks,
    PORT: '0',
    HOST: '127.0.0.1',
    ACCORD_LOG_LEVEL: 'error',
  };
}

/** The headers of a request by the head of partnering to the server over a folder. */
export async function headersFor(folder: string): Promise<Readonly<Record<string, string>>> {
  const { signing } = await loadOrCreateKey(signingKeyIn(folder));
  const token = await issueToken(signing, { subject: 'bench', roles: ['HEAD_OF_PARTNERING'] }, '2h');
  return { 'content-type': 'application/json', authorization: `Bearer ${token}` };
}

function signingKeyIn(folder: string): string {
  return `${folder}/signing-key.json`;
}

/** Asks a server once and returns the data. Rejects when there are errors. */
export async function ask<Data>(
  url: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: object = {},
): Promise<Data> {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { readonly data?: Data; readonly errors?: unknown };
  if (errors !== undefined || data === undefined || data === null)
    throw new Error(`${url} answers ${String(response.status)} ${JSON.stringify(errors)}`);
  return data;
}

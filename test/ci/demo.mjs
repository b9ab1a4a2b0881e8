/**
 * Starts the demo as a visitor would, on a free port and in a folder of its own, asks it over HTTP, stops it with SIGTERM
 * and expects it to end in order. `node test/ci/demo.mjs`; another command than `npm run demo` may be given as arguments.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { demoQueries } from './demo-queries.mjs';

const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 30_000;

const [command = 'npm', ...given] = process.argv.slice(2);
const before = command === 'npm' && given.length === 0 ? ['run', '--silent', 'demo', '--'] : given;
const folder = await mkdtemp(join(tmpdir(), 'accord-demo-'));
// A group of its own: if the demo does not stop when asked to, everything that it started can be ended with it.
const demo = spawn(command, [...before, '--port', '0', '--data-dir', folder, '--json'], {
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve, reject) => {
  demo.once('error', reject);
  demo.once('exit', (code, signal) => {
    resolve({ code, signal });
  });
});

try {
  const started = performance.now();
  const { url, tokens } = await within(READY_WITHIN_MS, 'become ready', announcement());
  console.log(`ready at ${url} after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (typeof tokens.AUDITOR !== 'string') throw new Error('The demo printed no token for the role AUDITOR.');
  await refusesStrangers(graphqlAt(url));
  for (const question of demoQueries) await answers(graphqlAt(url), tokens.AUDITOR, question);
  demo.kill('SIGTERM');
  const { code, signal } = await within(STOPPED_WITHIN_MS, 'stop', ended);
  if (code !== 0) throw new Error(`The demo did not end in order: exit code ${code}, signal ${signal}.`);
  console.log('stopped in order');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  endGroup();
  await rm(folder, { recursive: true, force: true });
}

/** The demo's line of JSON, `{ url, tokens }`; other lines are passed on. */
async function announcement() {
  const line = new Promise((resolve) => {
    createInterface({ input: demo.stdout }).on('line', (text) => {
      const json = text.startsWith('{') ? JSON.parse(text) : undefined;
      if (json?.url !== undefined && json.tokens !== undefined) resolve(json);
      else console.log(`| ${text}`);
    });
  });
  const gaveUp = ended.then(({ code, signal }) => {
    throw new Error(`The demo ended before it was ready: exit code ${code}, signal ${signal}.`);
  });
  return Promise.race([line, gaveUp]);
}

function graphqlAt(url) {
  return new URL(url).pathname === '/' ? new URL('/graphql', url) : new URL(url);
}

async function post(endpoint, query, headers = {}) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  try {
    return { status: response.status, ...JSON.parse(text) };
  } catch {
    throw new Error(`${endpoint.href} answered ${response.status} without JSON: ${text.slice(0, 300)}`);
  }
}

async function refusesStrangers(endpoint) {
  const { status, data, errors } = await post(endpoint, '{ __typename }');
  const refused = (data === undefined || data === null) && (status === 401 || errors !== undefined);
  if (!refused) throw new Error(`A request without a token was answered (${status}): ${JSON.stringify(data)}`);
  console.log('ok  a request without a token is refused');
}

async function answers(endpoint, token, { name, query, nonEmpty }) {
  const { status, data, errors } = await post(endpoint, query, { authorization: `Bearer ${token}` });
  if (status !== 200 || errors !== undefined)
    throw new Error(`"${name}" failed (${status}): ${JSON.stringify(errors ?? data)}`);
  const found = nonEmpty(data);
  const size = typeof found === 'number' ? found : (found?.length ?? 0);
  if (size === 0) throw new Error(`"${name}" came back empty: ${JSON.stringify(data)}`);
  console.log(`ok  ${name} (${size})`);
}

async function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The demo did not ${what} within ${milliseconds / 1000} s.`));
    }, milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function endGroup() {
  try {
    process.kill(-demo.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left, as it should be.
  }
}

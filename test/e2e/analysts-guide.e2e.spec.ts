import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FreshClone, freshClone } from '../support/fresh-clone.js';
import { GraphqlActor } from '../support/graphql-actor.js';
import { type GuideStep, guideSteps } from '../support/guide-steps.js';

const GUIDE = resolve(import.meta.dirname, '../../docs/analysts.md');
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

let clone: FreshClone;
let url = '';
let token = '';

beforeAll(async () => {
  clone = await freshClone();
});

afterAll(() => clone.remove());

/** Each step goes on from those before it: the first one that fails is the one to look at. */
describe('the guide for analysts, step by step', () => {
  test.each(guideSteps(GUIDE))('$title', (step) => taken(step));
});

async function taken(step: GuideStep): Promise<void> {
  switch (step.does) {
    case 'run':
      return run(step.command, step.prints);
    case 'serve':
      url = await clone.serve(step.command);
      return;
    case 'see':
      expect(step.text).toBe(read(step.file));
      return;
    case 'change':
      change(step.file, step.before, step.after);
      return;
    case 'ask':
      expect(await new GraphqlActor(url, token).query(step.query)).toEqual(step.answer);
  }
}

async function run(command: string, prints: string | undefined): Promise<void> {
  // The packages are there: installing them again would need a network.
  const stdout = await clone.run(command.replace('npm ci && ', ''));
  if (TOKEN.test(stdout.trim())) token = stdout.trim();
  if (prints !== undefined) expect(stdout).toMatch(printed(prints));
}

/** A text in which `…` stands for anything. */
function printed(text: string): RegExp {
  return new RegExp(`^${text.split('…').map(escaped).join('[^]*?')}$`);
}

function change(file: string, before: string, after: string): void {
  const text = read(file);
  expect(text.split(before)).toHaveLength(2);
  writeFileSync(
    join(clone.folder, file),
    text.replace(before, () => after),
  );
}

function read(file: string): string {
  return readFileSync(join(clone.folder, file), 'utf8');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { nearestName } from './nearest-name.js';

/** A name of a projection, kebab-case: it names streams, collections and queries. */
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_NAME = 60;

type Export = Readonly<Record<string, unknown>>;

/**
 * What is wrong with what a projection file exports by default, a sentence each; nothing when the engine can run it. Types
 * have said most of it before, but nobody has to look at them.
 */
export function projectionProblems(exported: unknown, knownEvents: readonly string[]): readonly string[] {
  if (typeof exported !== 'object' || exported === null)
    return ['It exports no projection by default. End it with: export default defineProjection({ … })'];
  const definition = exported as Export;
  return [
    projectionNameProblem(definition['name']) ?? [],
    versionProblem(definition['version']),
    typeof definition['document'] === 'function' ? [] : 'It has no document: the class that its handlers return.',
    typeof definition['key'] === 'function'
      ? []
      : 'key is no function that gives the id of the document an event changes.',
    optionalProblem(definition, 'description', 'string'),
    optionalProblem(definition, 'temporal', 'boolean'),
    handlerProblems(definition['on'], knownEvents),
  ].flat();
}

/** What is wrong with the name of a projection, in a sentence with the way out; `undefined` when nothing is. */
export function projectionNameProblem(name: unknown): string | undefined {
  if (typeof name === 'string' && KEBAB_CASE.test(name) && name.length <= LONGEST_NAME) return undefined;
  return `name is ${shown(name)}; it must be kebab-case of at most ${String(LONGEST_NAME)} characters, for example "lifecycle-funnel".`;
}

function versionProblem(version: unknown): string | readonly string[] {
  if (Number.isSafeInteger(version) && (version as number) >= 1) return [];
  return `version is ${shown(version)}; it must be a whole number from 1.`;
}

function optionalProblem(definition: Export, field: string, type: 'string' | 'boolean'): string | readonly string[] {
  const value = definition[field];
  return value === undefined || typeof value === type ? [] : `${field} is ${shown(value)}; it must be a ${type}.`;
}

function handlerProblems(on: unknown, knownEvents: readonly string[]): readonly string[] {
  const handlers = typeof on === 'object' && on !== null ? Object.entries(on) : [];
  if (handlers.length === 0) return ['on names no event: without one there is never a document.'];
  return handlers.flatMap(([type, handler]) => {
    if (!knownEvents.includes(type)) return unknownEvent(type, knownEvents);
    return typeof handler === 'function' ? [] : `on.${type} is no function that gives the document after the event.`;
  });
}

function unknownEvent(type: string, knownEvents: readonly string[]): string {
  const nearest = nearestName(type, knownEvents);
  return `There is no event "${type}". ${nearest === undefined ? 'docs/events.md lists them all.' : `Is "${nearest}" meant?`}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

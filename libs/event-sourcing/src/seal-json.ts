/** Something that JSON cannot carry, and the way to it. */
interface Fault {
  readonly path: readonly string[];
  readonly what: string;
}

/**
 * Freezes a value with all that it contains, and looks for what JSON cannot carry: gives the first such place in words,
 * `undefined` if there is none. What is frozen already has been looked at before, so that sealing the next state of a
 * document costs no more than what is new in it.
 */
export function sealJson(value: unknown): string | undefined {
  const fault = sealed(value, []);
  if (fault === undefined) return undefined;
  return `${fault.path.length === 0 ? 'the value' : `"${fault.path.join('.')}"`} ${fault.what}`;
}

function sealed(value: unknown, within: object[]): Fault | undefined {
  if (typeof value === 'string' || value === null) return undefined;
  if (typeof value !== 'object') return scalarFault(value);
  if (Object.isFrozen(value)) return within.includes(value) ? at('contains itself') : undefined;
  if (!isPlain(value)) return at(`is a ${value.constructor.name}`);
  Object.freeze(value);
  within.push(value);
  const fault = Array.isArray(value) ? sealedElements(value, within) : sealedFields(value, within);
  within.pop();
  return fault;
}

function sealedElements(elements: readonly unknown[], within: object[]): Fault | undefined {
  for (let index = 0; index < elements.length; index += 1) {
    const fault = sealed(elements[index], within);
    if (fault !== undefined) return { ...fault, path: [String(index), ...fault.path] };
  }
  return undefined;
}

function sealedFields(fields: object, within: object[]): Fault | undefined {
  for (const key of Object.keys(fields)) {
    const fault = sealed(fields[key as keyof typeof fields], within);
    if (fault !== undefined) return { ...fault, path: [key, ...fault.path] };
  }
  return undefined;
}

function scalarFault(value: unknown): Fault | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : at(`is ${String(value)}`);
  if (value === undefined) return at('is undefined (leave the field out instead)');
  return at(`is a ${typeof value}`);
}

/** An array, or an object as a literal makes it: whichever realm it comes from, only the root of all has no prototype. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function at(what: string): Fault {
  return { path: [], what };
}

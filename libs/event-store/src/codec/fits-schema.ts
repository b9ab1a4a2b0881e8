type Check = (value: unknown) => boolean;

/** What is read of a zod schema's definition (`_zod.def`, public for libraries), whatever its kind. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Rule } }[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
}

/** A rule on a value that has passed its kind. */
interface Rule {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly fn?: (value: unknown) => unknown;
}

interface Schema {
  readonly _zod: { readonly def: Definition };
}

/**
 * A check that says yes only to what a zod schema takes and gives back unchanged, at a fraction of the time of `parse`,
 * which copies and freezes what it checks (ADR 57). It says no to what breaks a rule and to what it does not know, such as
 * transforms, defaults and unions: let the schema judge then, it also says what is wrong.
 */
export function fitsSchema(schema: object): Check {
  return checkOf('_zod' in schema ? (schema as Schema) : undefined);
}

const never: Check = () => false;

function checkOf(schema: Schema | undefined): Check {
  if (schema === undefined) return never;
  const { def } = schema._zod;
  const kind = kinds[def.type]?.(def) ?? never;
  const rest = (def.checks ?? []).map(({ _zod: { def: rule } }) => rules[rule.check]?.(rule) ?? never);
  return rest.length === 0 ? kind : all([kind, ...rest]);
}

const kinds: Readonly<Record<string, (def: Definition) => Check>> = {
  string: ({ format }) => (format === undefined ? (value) => typeof value === 'string' : never),
  number: ({ format }) => (format === 'safeint' ? Number.isSafeInteger : never),
  boolean: () => (value) => typeof value === 'boolean',
  enum: ({ entries = {} }) => oneOf(Object.values(entries)),
  array: ({ element }) => listOf(checkOf(element)),
  object: ({ shape = {} }) => objectOf(shape),
  readonly: ({ innerType }) => checkOf(innerType),
  // Absent, never undefined: what is stored has no such value.
  optional: ({ innerType }) => checkOf(innerType),
};

const rules: Readonly<Record<string, (rule: Rule) => Check>> = {
  min_length:
    ({ minimum = NaN }) =>
    (value) =>
      (value as string).length >= minimum,
  max_length:
    ({ maximum = NaN }) =>
    (value) =>
      (value as string).length <= maximum,
  greater_than: ({ value: limit = NaN, inclusive }) =>
    inclusive === true ? (value) => (value as number) >= limit : (value) => (value as number) > limit,
  less_than: ({ value: limit = NaN, inclusive }) =>
    inclusive === true ? (value) => (value as number) <= limit : (value) => (value as number) < limit,
  string_format: ({ format, pattern }) => (format === 'regex' && pattern !== undefined ? matches(pattern) : never),
  // A promise is not true: what takes time to judge is left to the schema.
  custom:
    ({ fn }) =>
    (value) =>
      fn?.(value) === true,
};

/** An enum of numbers has its names among its entries: the schema knows which is which. */
function oneOf(values: readonly unknown[]): Check {
  if (!values.every((value) => typeof value === 'string')) return never;
  const known = new Set<unknown>(values);
  return (value) => known.has(value);
}

function listOf(fits: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const each of value) if (!fits(each)) return false;
    return true;
  };
}

function objectOf(shape: Readonly<Record<string, Schema>>): Check {
  const fields = Object.entries(shape).map(([name, schema]) => ({
    name,
    fits: checkOf(schema),
    isRequired: schema._zod.def.type !== 'optional',
  }));
  return (value) => {
    if (!isPlain(value)) return false;
    let found = 0;
    for (const { name, fits, isRequired } of fields) {
      const field = value[name];
      if (field === undefined) {
        if (isRequired) return false;
        continue;
      }
      if (!fits(field)) return false;
      found += 1;
    }
    // Then it has no others, and none that is there but undefined.
    return found === Object.keys(value).length;
  };
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A pattern that remembers where it was is not asked. */
function matches(pattern: RegExp): Check {
  return pattern.global || pattern.sticky ? never : (value) => pattern.test(value as string);
}

function all(checks: readonly Check[]): Check {
  return (value) => {
    for (const check of checks) if (!check(value)) return false;
    return true;
  };
}

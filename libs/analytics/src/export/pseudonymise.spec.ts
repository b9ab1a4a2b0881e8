import 'reflect-metadata';
import fc from 'fast-check';
import type { DomainEvent, Json, Recorded } from '#event-sourcing';
import { recorded } from '#event-sourcing/testing';
import { accordChapters } from '../catalogue/accord-chapters.js';
import { eventFields, type JsonSchema } from '../catalogue/event-field.js';
import { jsonSchemaOf } from '../catalogue/json-schema.adapter.js';
import { csvRow } from './csv-row.js';
import { exportPlans } from './export-plans.js';
import { exportTable } from './export-table.js';
import { type ExportedEvent, pseudonymise } from './pseudonymise.js';
import { pseudonymsUnder } from './pseudonyms.adapter.js';

const plans = exportPlans(accordChapters, jsonSchemaOf);
const table = exportTable(plans);
const pseudonymOf = pseudonymsUnder('a key that nobody outside of this spec has');

function exported(event: Recorded): ExportedEvent {
  return pseudonymise(event, plans.get(event.type)!, pseudonymOf);
}

/** Both forms in which an event leaves. */
function textsOf(event: ExportedEvent): string {
  return `${JSON.stringify(event)}\n${csvRow(table.row(event))}`;
}

const uuid = (digit: string): string => `${digit.repeat(8)}-0000-7000-8000-000000000000`;
const samples: readonly Recorded[] = accordChapters.flatMap(({ streams, streamIds, samples: events }) =>
  Object.values(events).map((event: DomainEvent) =>
    recorded(event, 3, `${streams}${streamIds === 'open' ? 'prt_1' : 'prs_1'}`, {
      commandId: uuid('1'),
      $correlationId: uuid('2'),
      $causationId: uuid('3'),
      prevHash: 'a'.repeat(64),
      hash: 'b'.repeat(64),
    }),
  ),
);

/** Data with every field that a schema knows; whatever a person may have written is one of the `written` texts. */
function filled(schema: JsonSchema & { readonly pattern?: string }, written: () => string): fc.Arbitrary<Json> {
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as Json[]));
  if (schema.unit?.startsWith('calendar date')) return fc.constant('2026-03-31');
  if (schema.properties !== undefined)
    return fc.record(
      Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, filled(one, written)])),
    );
  if (typeof schema.additionalProperties === 'object')
    return filled(schema.additionalProperties, written).map((value) => ({ [written()]: value }));
  if (schema.items !== undefined) return fc.array(filled(schema.items, written), { minLength: 1, maxLength: 2 });
  if (schema.type === 'string')
    return schema.pattern === undefined
      ? fc.constant(null).map(written)
      : fc.stringMatching(new RegExp(schema.pattern));
  return schema.type === 'boolean' ? fc.boolean() : fc.integer({ min: 1, max: 5 });
}

describe('an exported event', () => {
  it.each(samples)('names nobody, repeats no text and proves no content: $type', (event) => {
    const text = textsOf(exported(event));
    expect(text).not.toMatch(/\b(prs|mgr)_|jana|carla|@/);
    expect(text).not.toMatch(/key_|ciphertext|[0-9a-f]{64}/);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
    // Sentences are what people wrote.
    const sentences = JSON.stringify(event.data).match(/"[^"]+(?: [^"]+){4,}"/g) ?? [];
    for (const sentence of sentences) expect(text).not.toContain(sentence.slice(1, -1));
  });

  it('repeats of all that people can write only the names of things', () => {
    const open = new Set<string>();
    for (const { definitions } of accordChapters)
      for (const definition of Object.values(definitions))
        for (const { path, type, values, unit, disclosure } of eventFields(jsonSchemaOf(definition)))
          if (type === 'text' && values === undefined && unit === undefined && disclosure === 'open')
            open.add(path.split('.').at(-1)!);
    // Each is the name of a company, a rule, a kind or a system. One more has to be argued for here.
    expect([...open].sort()).toEqual(
      [
        ...['legalName', 'court', 'type', 'number', 'vatId', 'domain', 'system'], // of a company: domain.md 2.11
        ...['sourceSystem', 'batchId', 'unknownFields[]'], // of an import
        ...['kind', 'governingLaw', 'key', 'unit'], // of an agreement and its plan
        ...['code', 'tier', 'requirementKey', 'tierKey', 'metric', 'name'], // of a programme and its rules
      ].sort(),
    );
  });

  const declared = accordChapters.flatMap(({ streams, definitions }) =>
    Object.entries(definitions).map(([type, definition]) => ({ streams, type, definition })),
  );

  it.each(declared)(
    'has nothing of what is withheld or replaced, with every field given: $type',
    ({ streams, type, definition }) => {
      let count = 0;
      const schema = jsonSchemaOf(definition);
      const secret = eventFields(schema).filter(({ disclosure }) => disclosure !== 'open');
      const data = filled(schema, () => `written-${String((count += 1))}-`);
      fc.assert(
        fc.property(data, (given) => {
          const told = JSON.stringify(
            exported(recorded({ type, occurredOn: '2026-03-31', data: given as object }, 3, `${streams}1`)).data,
          );
          for (const { path } of secret)
            for (const value of valuesAt(given, path.replaceAll('[]', '.[]').split('.')))
              if (typeof value === 'string') expect(told).not.toContain(`"${value}"`);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('says what it withholds, and keeps the places in lists', () => {
    const event = samples.find(({ type }) => type === 'RelationshipPlanAdopted')!;
    const { data, withheld } = exported(event);
    const { risks } = event.data as { readonly risks: readonly string[] };
    expect(data).toMatchObject({ risks: risks.map(() => null) });
    expect(withheld).toContain('risks[]');
    expect(Object.keys(data as object)).not.toContain('fileRef');
  });

  it('gives the same thing the same pseudonym, in its own field, in the envelope and in a stream', () => {
    const assigned = samples.find(({ type }) => type === 'ContactAssigned')!;
    const { personId } = assigned.data as { readonly personId: string };
    const left = samples.find(({ type }) => type === 'ContactPersonLeftCompany')!;
    const about = exported({ ...left, stream: `contactPerson-${personId}`, data: { ...left.data, personId } });
    expect(exported(assigned).data).toMatchObject({ personId: about.streamId });
    expect(about.data).toMatchObject({ personId: about.streamId });
    const waived = samples.find(({ type }) => type === 'RequirementWaived')!;
    const actor = { userId: 'carla', roles: [], onBehalfOfSide: 'OWN' } as const;
    const { actor: who, data } = exported({ ...waived, metadata: { ...waived.metadata, actor } });
    expect(data).toMatchObject({ approverId: who });
  });

  it('tells which event came from which command, and what caused what', () => {
    const [first, second] = samples as [Recorded, Recorded];
    const caused = {
      ...second,
      metadata: { ...second.metadata, $causationId: first.id, $correlationId: first.metadata.commandId },
    };
    expect(exported(caused)).toMatchObject({ causation: exported(first).event, correlation: exported(first).command });
  });
});

describe('a pseudonym', () => {
  it('is another under another key, and for another kind of thing', () => {
    const under = (key: string) => pseudonymsUnder(key)('person', 'prs_1');
    expect(under('one key')).toBe(under('one key'));
    expect(under('one key')).not.toBe(under('another key'));
    expect(pseudonymOf('user', 'prs_1').slice(-20)).not.toBe(pseudonymOf('person', 'prs_1').slice(-20));
    expect(under('one key')).toMatch(/^person-[0-9a-f]{20}$/);
  });
});

/** What stands at a path: several values where it leads through lists or over every name of an object. */
function valuesAt(value: Json | undefined, [name, ...rest]: readonly string[]): readonly (Json | undefined)[] {
  if (name === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (name === '[]' || name === '*') return Object.values(value).flatMap((one: Json) => valuesAt(one, rest));
  return valuesAt((value as Readonly<Record<string, Json>>)[name], rest);
}

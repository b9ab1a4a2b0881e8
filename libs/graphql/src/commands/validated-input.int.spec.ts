import 'reflect-metadata';
import { InputType } from '@nestjs/graphql';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { CommandInput } from './command-input.js';
import {
  BooleanField,
  DateField,
  EnumField,
  FreeTextField,
  IdField,
  IntField,
  LineField,
  LineListField,
  ObjectField,
  ObjectListField,
  PersonalLineField,
  ReferenceField,
} from './input-fields.js';
import { passesRules } from './passes-rules.js';
import { validatedInput } from './validated-input.js';

@InputType()
class PartInput {
  @LineField({ max: 5 })
  readonly name!: string;
}

@InputType()
class LinesInput {
  @LineField({ optional: true })
  readonly label?: string;

  @LineListField({ optional: true })
  readonly labels?: readonly string[];

  @ReferenceField({ optional: true })
  readonly reference?: string;

  @PersonalLineField({ optional: true })
  readonly userId?: string;
}

@InputType()
class SampleInput extends CommandInput {
  @IdField('prt')
  readonly partnershipId!: string;

  @DateField({ optional: true })
  readonly heldOn?: string;

  @EnumField({ OWN: 'OWN', PARTNER: 'PARTNER' }, { optional: true })
  readonly side?: string;

  @IntField({ min: 0, max: 10, optional: true })
  readonly count?: number;

  @BooleanField({ optional: true })
  readonly firm?: boolean;

  @FreeTextField({ optional: true })
  readonly summary?: string;

  @ObjectField(() => PartInput, { optional: true })
  readonly part?: PartInput;

  @ObjectListField(() => PartInput, { optional: true, max: 2 })
  readonly parts?: readonly PartInput[];
}

const valid = { partnershipId: 'prt_1' };

function refusalOf(input: object) {
  const checked = validatedInput(SampleInput, input);
  return 'outcome' in checked
    ? { code: checked.rejection.code, paths: checked.rejection.details.map(({ path }) => path) }
    : undefined;
}

describe('the input of a command', () => {
  it('comes through as plain data, nulls taken for not given, at any depth', () => {
    const input = { ...valid, heldOn: null, part: { name: 'a', extra: null }, parts: [{ name: 'b' }] };
    expect(validatedInput(SampleInput, input)).toEqual({
      input: { ...valid, part: { name: 'a' }, parts: [{ name: 'b' }] },
    });
  });

  it.each([
    ['an id of another kind', { partnershipId: 'cmp_1' }, ['partnershipId']],
    ['a date that does not exist', { ...valid, heldOn: '2025-02-30' }, ['heldOn']],
    ['a value that the enum does not have', { ...valid, side: 'MIDDLE' }, ['side']],
    ['a number outside of its range', { ...valid, count: 11 }, ['count']],
    ['a number that is not whole', { ...valid, count: 1.5 }, ['count']],
    ['a field that does not exist', { ...valid, colour: 'red' }, ['colour']],
    ['a rule broken inside', { ...valid, part: { name: 'too long' } }, ['part.name']],
    ['a rule broken in a list', { ...valid, parts: [{ name: 'a' }, { name: '' }] }, ['parts.1.name']],
    ['a list that is too long', { ...valid, parts: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, ['parts']],
    ['a control character', { ...valid, part: { name: 'a\u0000' } }, ['part.name']],
    ['a line separator', { ...valid, summary: 'a\u2028b' }, ['summary']],
  ])('is refused with the path of the field: %s', (_, input, paths) => {
    expect(refusalOf(input)).toEqual({ code: 'VALIDATION_FAILED', paths });
  });

  it('is refused under a code of its own when a text names contact data', () => {
    expect(refusalOf({ ...valid, summary: 'write to a@b.example' })).toEqual({
      code: 'TEXT_CONTAINS_CONTACT_DATA',
      paths: ['summary'],
    });
  });

  it.each([
    ['a mail address in a line', { label: 'ISO 27001, ask jana@nordlicht.example' }, ['label']],
    ['a phone number in a line', { label: 'ISO 27001, Tel. 0431 123456' }, ['label']],
    ['a mail address in a list of lines', { labels: ['SILVER', 'jana@nordlicht.example'] }, ['labels']],
    ['a mail address for a reference', { reference: 'jana@nordlicht.example' }, ['reference']],
  ])('is refused in the same way for %s', (_, input, paths) => {
    const checked = validatedInput(LinesInput, input);
    expect(checked).toMatchObject({ rejection: { code: 'TEXT_CONTAINS_CONTACT_DATA' } });
    expect('outcome' in checked ? checked.rejection.details.map(({ path }) => path) : []).toEqual(paths);
  });

  it.each([
    [{ label: 'ISO 27001 from 2026-03-31', labels: ['SILVER'] }],
    [{ reference: '0431 123456' }],
    [{ userId: 'jana@nordlicht.example' }],
  ])('may be %p', (input) => {
    expect(validatedInput(LinesInput, input)).toEqual({ input });
  });

  it('names everything that is wrong, not only the first', () => {
    expect(refusalOf({ heldOn: 'x', count: -1 })?.paths).toEqual(['partnershipId', 'heldOn', 'count']);
  });
});

describe('the quick check of an input', () => {
  const part = fc.record(
    { name: fc.oneof(fc.string({ maxLength: 7 }), fc.integer()), extra: fc.boolean() },
    { requiredKeys: [] },
  );
  const anything = fc.record(
    {
      partnershipId: fc.constantFrom('prt_1', 'cmp_1', 7),
      commandId: fc.oneof(fc.uuid(), fc.string()),
      expectedRevision: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double()),
      occurredOn: fc.constantFrom('2026-02-28', '2026-02-30', undefined),
      side: fc.constantFrom('OWN', 'MIDDLE'),
      count: fc.oneof(fc.integer({ min: -1, max: 11 }), fc.string()),
      firm: fc.oneof(fc.boolean(), fc.constant('yes')),
      summary: fc.constantFrom('All is well.', ' ', 'a@b.example'),
      part: fc.oneof(part, fc.constant('part'), fc.array(part, { maxLength: 2 })),
      parts: fc.oneof(fc.array(fc.oneof(part, fc.constant(null)), { maxLength: 3 }), part),
      colour: fc.string(),
    },
    { requiredKeys: ['partnershipId'] },
  );

  it('passes exactly what class-validator finds nothing wrong with', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const instance = plainToInstance(SampleInput, input);
        const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
        expect(passesRules(SampleInput, input)).toBe(errors.length === 0);
      }),
      { numRuns: 500, examples: [[{ ...valid, part: { name: 'a' }, parts: [{ name: 'b' }] }]] },
    );
  });
});

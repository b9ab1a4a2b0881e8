import { Int } from '@nestjs/graphql';
import type { Recorded } from '#event-sourcing';
import { projectionSpecification } from '#event-sourcing/testing';
import { partnershipIdOf } from '#partnership/domain';
import type { AccordEvent } from './accord-events.js';
import { defineProjection } from './define-projection.js';
import { Field } from './document/field.adapter.js';
import { ObjectType } from './document/object-type.adapter.js';

/** How far a partnership got. */
@ObjectType()
class Progress {
  @Field(() => String)
  readonly state!: string;

  @Field(() => Int, { nullable: true })
  readonly proposals?: number;
}

const complete = {
  name: 'progress',
  version: 1,
  document: Progress,
  key: ({ stream }: Recorded<AccordEvent>): string => partnershipIdOf(stream),
};

describe('a projection that is defined', () => {
  const progress = defineProjection({
    name: 'progress',
    version: 1,
    document: Progress,
    key: (event) => partnershipIdOf(event.stream),
    on: {
      PartnershipProposed: (_, { data }) => ({ state: data.category }),
      OnboardingBegun: (found) => found && { ...found, state: 'ONBOARDING' },
    },
  });

  test('folds the events it reads', () => {
    const { given } = projectionSpecification(progress, 'partnership-prt_1');
    given({
      type: 'PartnershipProposed',
      occurredOn: '2026-03-31',
      data: { companyId: 'cmp_1', category: 'SALES', strategicRationale: 'a market' },
    }).then({ prt_1: { state: 'SALES' } });
  });
});

/** `npm run types` fails on each mark below that has nothing to mark: that these do compile is the fault. */
describe('a projection that does not compile', () => {
  const defined = [
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a misspelt event: the compiler says that there is none
        PartnershipPropsed: () => ({ state: 'PROSPECTIVE' }),
      },
    }),
    defineProjection({
      ...complete,
      on: {
        PartnershipProposed: () => ({ state: 'PROSPECTIVE' }),
        // @ts-expect-error a misspelt event beside one that is there
        OnboardingBegn: () => ({ state: 'ONBOARDING' }),
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a misspelt field of an event's data
        PartnershipProposed: (_, { data }) => ({ state: String(data.categroy) }),
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error data of another event
        OnboardingBegun: (found, { data }) => found && { ...found, state: String(data.category) },
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a field of the wrong type
        PartnershipProposed: () => ({ state: 1 }),
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a field that is missing
        PartnershipProposed: () => ({ proposals: 1 }),
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a field that the document does not have
        PartnershipProposed: () => ({ state: 'PROSPECTIVE', proposal: 1 }),
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a misspelt field beside those that are kept
        OnboardingBegun: (found) => found && { ...found, proposls: 1 },
      },
    }),
    defineProjection({
      ...complete,
      on: {
        // @ts-expect-error a misspelt field in one of two results
        OnboardingBegun: (found) => (found ? { state: 'ONBOARDING' } : { state: 'UNKNOWN', proposls: 1 }),
      },
    }),
    defineProjection({
      ...complete,
      // @ts-expect-error the key sees the events that are read, and these have no companyId
      key: ({ data }) => String(data.companyId),
      on: { PartnershipProposed: () => undefined, OnboardingBegun: () => undefined },
    }),
    defineProjection({
      ...complete,
      key: (event) => {
        const read: 'PartnershipProposed' | 'OnboardingBegun' = event.type;
        return read;
      },
      on: { PartnershipProposed: () => undefined, OnboardingBegun: () => undefined },
    }),
    // @ts-expect-error a version is a number
    defineProjection({ ...complete, version: '1', on: {} }),
    // @ts-expect-error without a document there is nothing to fold into
    defineProjection({ name: 'progress', version: 1, key: () => 'all', on: {} }),
  ];

  test('is still an object for whoever looks away: loading it has to check again', () => {
    expect(new Set(defined.map(({ name }) => name))).toEqual(new Set(['progress']));
  });
});

import { type PartnerCategory, type ProgrammeContent, referenceProgrammes } from '#programme';
import type { Cast, Step } from './cast.js';
import { Chance, dayOf, momentOf } from './chance.js';
import { partnershipStory } from './partnership-story.js';

/** Which log is wanted. */
export interface MixOptions {
  /** How many events at the least: the story ends with the step that reaches it. */
  readonly events: number;
  /** How many partnerships take part; by default about one for 100 events. */
  readonly partnerships?: number;
  /** How often each action is replanned: more makes longer streams that lead to the same documents. Some once by default. */
  readonly replansPerAction?: number;
  /** Days in which the partnerships begin, one after the other; 500 by default. */
  readonly intakeDays?: number;
  readonly seed?: number;
}

const FIRST_DAY = dayOf('2023-01-02');
const LAST_DAY = dayOf('2026-09-30');
const INTAKE_DAYS = 500;
const EVENTS_PER_PARTNERSHIP = 100;
const PARTNERSHIPS_PER_MANAGER = 25;

const evidenceNeeded: Readonly<Record<PartnerCategory, readonly string[]>> = {
  SALES: ['NDA', 'SALES_CERT'],
  TECHNOLOGY: ['NDA', 'INTEGRATION_VALIDATED'],
  SERVICE: ['NDA', 'DPA', 'INSURANCE'],
};

/**
 * A realistic log in the order in which it would have been written: many partnerships side by side from 2023 on, each
 * with its company, two contacts, onboarding, years of exchange, reviews, actions and results, and for one in five an
 * end by mutual agreement. The same options give the same steps.
 */
export function* eventMix(options: MixOptions): Generator<Step, void, undefined> {
  const { events, partnerships = Math.max(1, Math.round(events / EVENTS_PER_PARTNERSHIP)) } = options;
  let told = 0;
  for (const step of inOrderOfDays(stories(new Chance(options.seed ?? 1), { ...options, partnerships }))) {
    yield step;
    told += step.events.length;
    if (told >= events) return;
  }
}

type Story = Generator<Step, void, undefined>;

function stories(
  chance: Chance,
  { partnerships, replansPerAction, intakeDays = INTAKE_DAYS }: MixOptions & { readonly partnerships: number },
): readonly Story[] {
  const at = momentOf(FIRST_DAY, 0);
  const programmes = Object.values(referenceProgrammes).map((content) => ({
    content,
    programmeId: chance.id('prg', at),
  }));
  const managers = Array.from({ length: Math.ceil(partnerships / PARTNERSHIPS_PER_MANAGER) }, () =>
    chance.id('mgr', at),
  );
  const told = Array.from({ length: partnerships }, (_, index) => {
    const begins = FIRST_DAY + 1 + Math.floor((index / partnerships) * intakeDays);
    const opened = momentOf(begins, chance.next());
    const { content, programmeId } = programmes[index % programmes.length]!;
    const cast: Cast = {
      chance,
      partnershipId: chance.id('prt', opened),
      companyId: chance.id('cmp', opened),
      companyName: `Partner ${index + 1} Systemhaus GmbH`,
      category: content.category,
      managerId: managers[index % managers.length]!,
      programmeId,
      tier: content.tiers[0]!.key,
      requirements: evidenceNeeded[content.category],
      ownContact: chance.id('prs', opened),
      partnerContact: chance.id('prs', opened),
      begins,
      ...(replansPerAction === undefined ? {} : { replansPerAction }),
    };
    return partnershipStory(cast);
  });
  return [firstDay(programmes, managers), ...told];
}

function* firstDay(
  programmes: readonly { readonly content: ProgrammeContent; readonly programmeId: string }[],
  managers: readonly string[],
): Story {
  for (const { content, programmeId } of programmes)
    for (const type of ['ProgrammeDrafted', 'ProgrammeVersionPublished'] as const)
      yield {
        day: FIRST_DAY,
        stream: `programme-${programmeId}`,
        events: [{ type, data: { ...content, programmeId, version: 1 } }],
      };
  for (const [index, managerId] of managers.entries())
    yield {
      day: FIRST_DAY,
      stream: `partnerManager-${managerId}`,
      events: [{ type: 'PartnerManagerAppointed', data: { managerId, userId: `manager-${index + 1}`, capacity: 40 } }],
    };
}

/** Merges stories that are each in the order of days, up to the last day that there is. */
function* inOrderOfDays(told: readonly Story[]): Story {
  const due = new Map<number, { readonly step: Step; readonly story: Story }[]>();
  const enqueue = (story: Story): void => {
    const next = story.next();
    if (next.done === true || next.value.day > LAST_DAY) return;
    const { day } = next.value;
    const queue = due.get(day);
    if (queue === undefined) due.set(day, [{ step: next.value, story }]);
    else queue.push({ step: next.value, story });
  };
  told.forEach(enqueue);
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    const queue = due.get(day) ?? [];
    for (const { step, story } of queue) {
      yield step;
      enqueue(story);
    }
    due.delete(day);
  }
}

import type { PartnerCategory } from '../import/partner-import.js';

/** Scores of one side: strategic fit, results, delivery, communication, trust, each from 1 to 5. */
export type FiveScores = readonly [number, number, number, number, number];

/** An action agreed in a review. */
export interface StoryAction {
  readonly side: 'OWN' | 'PARTNER';
  readonly text: string;
  /** Days after the review. */
  readonly dueInDays: number;
}

/** The terms on which one side wants to end the partnership; the rest of them is the same in the whole story. */
export interface StoryTerms {
  readonly endsInDays: number;
  readonly customers: number;
  readonly openDealsRule: string;
  readonly settlement: string;
}

/**
 * Something that happens in a partnership of the demo, so many days before the day on which it is told. The numbers are
 * whole days; nothing lies in the future but plans.
 */
export type Chapter = { readonly daysAgo: number } & (
  | { readonly what: 'proposed'; readonly rationale: string }
  | { readonly what: 'manager assigned' }
  | { readonly what: 'onboarding begun'; readonly liveInDays: number }
  | { readonly what: 'contact named'; readonly side: 'OWN' | 'PARTNER' }
  | { readonly what: 'agreement signed' }
  | { readonly what: 'requirements met' }
  | { readonly what: 'activation tried in vain'; readonly tier: string }
  | { readonly what: 'went live'; readonly tier: string }
  | {
      readonly what: 'talked';
      readonly channel: 'CALL' | 'VIDEO' | 'MEETING' | 'EMAIL';
      readonly direction: 'INBOUND' | 'OUTBOUND' | 'TWO_WAY';
      readonly topic: string;
      readonly summary: string;
    }
  | {
      readonly what: 'brought a result';
      readonly kind: 'JOINT_DEAL_WON' | 'DEAL_REGISTERED' | 'PROJECT_DELIVERED' | 'REFERENCE_GAINED';
      readonly attribution: 'SOURCED' | 'INFLUENCED' | 'CO_SOLD';
      readonly euros?: number;
      readonly newCustomer: boolean;
      readonly reference: string;
    }
  | {
      readonly what: 'reviewed';
      readonly kind: 'QUARTERLY' | 'ANNUAL' | 'EXTRAORDINARY' | 'EXIT';
      readonly own: FiveScores;
      /** Absent when the partner side answers later, or not at all. */
      readonly partner?: FiveScores;
      readonly outcome: 'CONTINUE' | 'EXPAND' | 'IMPROVE' | 'EXIT_RECOMMENDED';
      readonly summary: string;
      readonly actions?: readonly StoryAction[];
    }
  | { readonly what: 'partner scored'; readonly scores: FiveScores }
  | { readonly what: 'next review planned'; readonly inDays: number }
  /** Every action of that side which is still open gets done. */
  | { readonly what: 'actions done'; readonly side: 'OWN' | 'PARTNER' }
  | { readonly what: 'end proposed'; readonly answerInDays: number; readonly terms: StoryTerms }
  | { readonly what: 'end counter-proposed'; readonly answerInDays: number; readonly terms: StoryTerms }
  | { readonly what: 'end accepted' }
  | { readonly what: 'wound down' }
  | { readonly what: 'concluded' }
  | { readonly what: 'abandoned'; readonly reasonCode: 'NO_RESPONSE' | 'NO_FIT'; readonly note: string }
);

/** One chapter of a kind. */
export type ChapterOf<What extends Chapter['what']> = Extract<Chapter, { readonly what: What }>;

/** A partnership of the demo and what happens in it, in the order in which it is told. */
export interface StoryPartnership {
  /** As the imported list writes it; an invented company when the story begins with a proposal. */
  readonly company: string;
  readonly category: PartnerCategory;
  /** User id of the partner manager. */
  readonly manager: string;
  /** The responsible person on the partner's side: an invented name. */
  readonly partnerContact: { readonly name: string; readonly email: string };
  readonly chapters: readonly Chapter[];
}

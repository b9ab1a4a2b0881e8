import type { Cast, Facts, Scene } from './cast.js';
import type { Chapter, ChapterOf } from './chapter.js';
import { concluded, endAccepted, endCounterProposed, endProposed, woundDown } from './ending-scenes.js';
import {
  abandoned,
  activationRefused,
  agreementSigned,
  contactNamed,
  managerAssigned,
  onboardingBegun,
  requirementsMet,
  wentLive,
} from './lifecycle-scenes.js';
import { actionsDone, broughtResult, partnerScored, reviewed, reviewPlanned, talked } from './running-scenes.js';

type Told = Exclude<Chapter['what'], 'proposed'>;
type Teller<What extends Told> = (cast: Cast, chapter: ChapterOf<What>, facts: Facts) => readonly Scene[];

const tellers: { readonly [What in Told]: Teller<What> } = {
  'manager assigned': managerAssigned,
  'onboarding begun': onboardingBegun,
  'contact named': contactNamed,
  'agreement signed': agreementSigned,
  'requirements met': requirementsMet,
  'activation tried in vain': activationRefused,
  'went live': wentLive,
  talked,
  'brought a result': broughtResult,
  reviewed,
  'partner scored': partnerScored,
  'next review planned': reviewPlanned,
  'actions done': actionsDone,
  'end proposed': endProposed,
  'end counter-proposed': endCounterProposed,
  'end accepted': endAccepted,
  'wound down': woundDown,
  concluded,
  abandoned,
};

/** The commands that make a chapter happen; the proposal itself made the cast and needs none here. */
export function scenesOf(chapter: Chapter, cast: Cast, facts: Facts): readonly Scene[] {
  if (chapter.what === 'proposed') return [];
  return (tellers[chapter.what] as Teller<Told>)(cast, chapter, facts);
}

import { createHash } from 'node:crypto';
import { addDays, type CalendarDate } from '#calendar';
import type { ProgrammeContent } from '#programme/domain';
import type { OutgoingCommand } from '../import-sending/api.js';
import { commandIdFor } from '../import-sending/command-id.js';

/** Who and what a partnership of the demo consists of, as ids of the API. */
export interface Cast {
  readonly company: string;
  readonly partnershipId: string;
  readonly ownPersonId: string;
  readonly partnerPersonId: string;
  readonly managerId: string;
  readonly managerUserId: string;
  readonly programme: { readonly programmeId: string; readonly version: number; readonly content: ProgrammeContent };
  readonly today: CalendarDate;
}

/** What has become of the partnership so far, as the API says. */
export interface Facts {
  readonly openActions: readonly { readonly id: string; readonly ownerSide: 'OWN' | 'PARTNER' }[];
  /** The review held last. */
  readonly lastReviewId?: string;
  /** The proposal that waits for an answer. */
  readonly proposal?: { readonly proposalId: string; readonly termsHash: string };
  readonly pendingItems: readonly {
    readonly itemId: string;
    readonly ownerSide: 'OWN' | 'PARTNER';
    readonly kind: string;
  }[];
}

/** A command of the story, who sends it, and the refusal the story wants, if any. */
export interface Scene {
  readonly by: 'MANAGER' | 'HEAD' | 'REPRESENTATIVE';
  readonly command: OutgoingCommand;
  readonly refusedWith?: string;
}

/** A day of the story. */
export function dayOf(cast: Cast, daysAgo: number): CalendarDate {
  return addDays(cast.today, -daysAgo);
}

/** The id of a command of the story: the same story in the same partnership has the same ids. */
export function sceneId(cast: Cast, ...parts: readonly (string | number)[]): string {
  return commandIdFor('demo', cast.partnershipId, ...parts.map(String));
}

/** A document that exists in the story only: its hash is that of its name. */
export function documentOf(cast: Cast, name: string) {
  const documentId = `demo/${cast.partnershipId}/${name}.pdf`;
  return {
    documentId,
    sha256: createHash('sha256').update(documentId).digest('hex'),
    mediaType: 'application/pdf',
    bytes: 48_211,
  };
}

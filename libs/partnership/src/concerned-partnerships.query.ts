import { Inject, Injectable } from '@nestjs/common';
import type { CalendarDate } from '#calendar';
import { EventStoreUnavailable, type Position } from '#event-sourcing';
import { type Collection, documentPages, type Filter } from '#document-store';
import { ProjectionEngine } from '#projections';
import { isOpenStatus, openStatuses } from './domain/vocabulary.js';
import type { ContactAssignment } from './read-models/contact-directory/contact-assignment.js';
import { contactDirectory } from './read-models/contact-directory/contact-directory.js';
import type { Partnership } from './read-models/partnership-overview/partnership.js';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';
import { personalEvidence } from './read-models/personal-evidence/personal-evidence.js';
import type { PersonalEvidence } from './read-models/personal-evidence/personal-evidence.js';
import { terminationBoard } from './read-models/termination-board/termination-board.js';
import type { TerminationCase } from './read-models/termination-board/termination-case.js';

const CATCH_UP_MS = 30_000;
const PAGE = 100;

/** What a reaction has to know before it sends commands; it waits until the read model holds the event it reacts to. */
export interface AsOf {
  readonly position: Position;
  readonly signal: AbortSignal;
}

/** Which partnerships something that has happened concerns. */
@Injectable()
export class ConcernedPartnerships {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  /** The duties of a person as responsible contact in open partnerships that are not over on a day, planned ones included. */
  async dutiesBeyond(personId: string, day: CalendarDate, asOf: AsOf): Promise<readonly ContactAssignment[]> {
    await this.catchUp(asOf);
    const duties = await everyOne(this.engine.collection(contactDirectory), {
      personId,
      $or: [{ validUntil: null }, { validUntil: { $gt: day } }],
    });
    return this.inOpenPartnerships(duties);
  }

  /** The evidence in open partnerships that a person holds and that would still count on a day or later. */
  async evidenceHeldBeyond(personId: string, day: CalendarDate, asOf: AsOf): Promise<readonly PersonalEvidence[]> {
    await this.catchUp(asOf);
    const held = await everyOne(this.engine.collection(personalEvidence), {
      holderPersonId: personId,
      $and: [
        { $or: [{ validUntil: null }, { validUntil: { $gte: day } }] },
        { $or: [{ revokedFrom: null }, { revokedFrom: { $gt: day } }] },
      ],
    });
    return this.inOpenPartnerships(held);
  }

  /** Those of the named partnerships that are open and that a manager looks after. */
  async ofManager(managerId: string, partnershipIds: readonly string[], asOf: AsOf): Promise<readonly Partnership[]> {
    await this.catchUp(asOf);
    return everyOne(this.engine.collection(partnershipOverview), {
      state: { $in: openStatuses },
      managerId,
      _id: { $in: partnershipIds },
    });
  }

  /** The partnerships with an open proposal whose last day for an answer lies before a day, as far as the board knows. */
  withAnswerDueBefore(day: CalendarDate): Promise<readonly TerminationCase[]> {
    return everyOne(this.engine.collection(terminationBoard), { 'proposal.acceptBy': { $lt: day } });
  }

  private async inOpenPartnerships<Part extends { readonly partnershipId: string }>(
    parts: readonly Part[],
  ): Promise<readonly Part[]> {
    const partnerships = await this.engine
      .collection(partnershipOverview)
      .getMany([...new Set(parts.map(({ partnershipId }) => partnershipId))]);
    return parts.filter(({ partnershipId }) => {
      const state = partnerships.get(partnershipId)?.document?.state;
      return state !== undefined && isOpenStatus(state);
    });
  }

  private async catchUp({ position, signal }: AsOf): Promise<void> {
    const names = [partnershipOverview.name, contactDirectory.name, personalEvidence.name];
    if (await this.engine.waitFor(position, names, CATCH_UP_MS, signal)) return;
    throw new EventStoreUnavailable('The read model of the partnerships is behind the log.');
  }
}

/** Every document that a filter selects, read a page at a time. */
async function everyOne<Document extends object>(
  collection: Collection<Document>,
  filter: Filter<Document>,
): Promise<readonly Document[]> {
  const found: Document[] = [];
  for await (const page of documentPages(collection, { filter, limit: PAGE }))
    found.push(...page.map(({ document }) => document));
  return found;
}

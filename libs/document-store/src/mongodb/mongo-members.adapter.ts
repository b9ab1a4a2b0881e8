import type { Collection, Document } from 'mongodb';
import type { Member } from '../member.js';
import { upserted } from './mongo-fault.adapter.js';
import type { MongoSession } from './mongo-session.adapter.js';

/** All members in one document, so that each of them sees the same ones after a single round trip. */
interface Members {
  readonly _id: string;
  readonly members: readonly (Member & { readonly until: Date })[];
}

const ALL = { _id: 'all' };

/** Those who share work over a store, by the server's own clock (`$$NOW`). Who has expired goes with the next that attends. */
export class MongoMembers {
  private readonly members: Collection<Members>;

  constructor(private readonly session: MongoSession) {
    this.members = session.database.collection<Members>('accord.members');
  }

  /** See {@link DocumentStore.attend}. */
  async attend(member: Member, forMs: number): Promise<readonly Member[]> {
    const options = { upsert: true, returnDocument: 'after' } as const;
    const count = () => this.members.findOneAndUpdate(ALL, counting(member, forMs), options);
    const stored = await this.session.write(() => upserted(count));
    const members = (stored?.members ?? []).map(({ name, work }) => ({ name, work }));
    return members.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** See {@link DocumentStore.leave}. */
  async leave(name: string): Promise<void> {
    await this.session.write(() => this.members.updateOne(ALL, { $pull: { members: { name } } }));
  }
}

function counting({ name, work }: Member, forMs: number): Document[] {
  const isAnother = { $ne: ['$$this.name', { $literal: name }] };
  const counts = { $gt: ['$$this.until', '$$NOW'] };
  const others = { $filter: { input: { $ifNull: ['$members', []] }, cond: { $and: [isAnother, counts] } } };
  const member = { name: { $literal: name }, work: { $literal: work }, until: { $add: ['$$NOW', forMs] } };
  return [{ $set: { members: { $concatArrays: [others, [member]] } } }];
}

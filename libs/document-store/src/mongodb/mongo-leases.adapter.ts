import type { Collection, Document } from 'mongodb';
import type { Lease } from '../lease.js';
import { upserted } from './mongo-fault.adapter.js';
import type { MongoSession } from './mongo-session.adapter.js';

interface HeldLease {
  readonly _id: string;
  readonly holder: string;
  readonly token: number;
  /** The beginning of time once released. */
  readonly until: Date;
}

const RELEASED = new Date(0);

/**
 * The leases of a store. Every decision is one update of one document by the server's own clock (`$$NOW`), so that no
 * process's clock matters.
 */
export class MongoLeases {
  private readonly leases: Collection<HeldLease>;

  constructor(private readonly session: MongoSession) {
    this.leases = session.database.collection<HeldLease>('accord.leases');
  }

  /** See {@link DocumentStore.acquireLease}. */
  async acquire(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    const options = { upsert: true, returnDocument: 'after' } as const;
    // An upsert allows no `$expr` in its filter: whether the lease is free is decided in the update.
    const take = () => this.leases.findOneAndUpdate({ _id: name }, taking(holder, forMs), options);
    const held = await this.session.write(() => upserted(take));
    return held?.holder === holder ? leaseFrom(held) : undefined;
  }

  /** See {@link DocumentStore.renewLease}. */
  async renew({ name, holder, token }: Lease, forMs: number): Promise<Lease | undefined> {
    const held = await this.session.write(() =>
      this.leases.findOneAndUpdate(
        { _id: name, holder, token, until: { $gt: RELEASED } },
        [{ $set: { until: { $add: ['$$NOW', forMs] } } }],
        { returnDocument: 'after' },
      ),
    );
    return held === null ? undefined : leaseFrom(held);
  }

  /** See {@link DocumentStore.releaseLease}. */
  async release({ name, token }: Lease): Promise<void> {
    await this.session.write(() => this.leases.updateOne({ _id: name, token }, { $set: { until: RELEASED } }));
  }

  /** Whether a later token than this lease's has been given out. */
  async hasPassedOn({ name, token }: Lease): Promise<boolean> {
    const later = await this.session.read(() => this.leases.findOne({ _id: name, token: { $gt: token } }));
    return later !== null;
  }
}

/** Gives the lease to a holder if it is his already, or expired, or new; otherwise leaves it as it is. */
function taking(holder: string, forMs: number): Document[] {
  const wanted = { $literal: holder };
  const isHis = { $eq: ['$holder', wanted] };
  const isFree = { $lte: [{ $ifNull: ['$until', RELEASED] }, '$$NOW'] };
  const isGiven = { $or: [isHis, isFree] };
  const isKept = { $and: [isHis, { $gt: ['$until', RELEASED] }] };
  const nextToken = { $cond: [isKept, '$token', { $add: [{ $ifNull: ['$token', 0] }, 1] }] };
  return [
    {
      $set: {
        holder: { $cond: [isGiven, wanted, '$holder'] },
        token: { $cond: [isGiven, nextToken, '$token'] },
        until: { $cond: [isGiven, { $add: ['$$NOW', forMs] }, '$until'] },
      },
    },
  ];
}

function leaseFrom({ _id: name, holder, token, until }: HeldLease): Lease {
  return { name, holder, token, expiresAt: until.toISOString() };
}

import type { Member } from '../member.js';

/** Those who share work over one process's store, by the clock given. */
export class InProcessMembers {
  private readonly byName = new Map<string, { readonly member: Member; readonly until: number }>();

  constructor(private readonly now: () => number) {}

  /** See {@link DocumentStore.attend}. */
  attend(member: Member, forMs: number): readonly Member[] {
    const now = this.now();
    this.byName.set(member.name, { member, until: now + forMs });
    for (const [name, { until }] of this.byName) if (until <= now) this.byName.delete(name);
    const members = [...this.byName.values()].map((one) => one.member);
    return members.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** See {@link DocumentStore.leave}. */
  leave(name: string): void {
    this.byName.delete(name);
  }
}

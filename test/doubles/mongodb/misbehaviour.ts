/** What the double does wrong once, or several times in a row. */
export type Misbehaviour = {
  /** Only commands of these names; all but hellos by default. */
  readonly commands?: readonly string[];
  /** How many commands it befalls; one by default. */
  readonly times?: number;
} & (
  | { readonly does: 'drop-before' } // the connection ends, nothing was carried out
  | { readonly does: 'drop-after' } // carried out, but the connection ends before the answer
  | { readonly does: 'delay'; readonly milliseconds: number }
  | { readonly does: 'deliver-slowly'; readonly bytes: number } // the answer comes in pieces of this size
  | { readonly does: 'refuse'; readonly code: number; readonly codeName: string }
  | { readonly does: 'refuse-writes'; readonly code: number; readonly codeName: string } // each as a write error
  | { readonly does: 'leave-unconfirmed' } // carried out, but no majority confirms it
);

const HELLOS: ReadonlySet<string> = new Set(['hello', 'isMaster', 'ismaster']);

/** What is still to go wrong, in the order in which it was asked for. */
export class Misbehaviours {
  private readonly waiting: { readonly misbehaviour: Misbehaviour; left: number }[] = [];

  add(misbehaviour: Misbehaviour): void {
    this.waiting.push({ misbehaviour, left: misbehaviour.times ?? 1 });
  }

  /** Whether something asked for has not happened yet. */
  get isPending(): boolean {
    return this.waiting.length > 0;
  }

  /** What befalls this command, and counts as having happened. */
  take(command: string): Misbehaviour | undefined {
    const index = this.waiting.findIndex(
      ({ misbehaviour: { commands } }) => commands?.includes(command) ?? !HELLOS.has(command),
    );
    const entry = this.waiting[index];
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.waiting.splice(index, 1);
    return entry.misbehaviour;
  }
}

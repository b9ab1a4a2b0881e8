import { v5 as uuidv5 } from 'uuid';
import { type CommandOutcome, type CommandRequest, systemActor } from '#command-handling';
import type { Recorded } from '#event-sourcing';

/** The namespace of the ids of commands that follow by themselves: as good as stored, never to be changed (ADR 19). */
const NAMESPACE = '5b0c2b5e-7f0e-5d4b-9a53-1f6a2f3f7c11';

/**
 * The request of a command that the system sends by itself. `seed` says what the command is about, for ever: the same
 * seed gives the same command id, so that sending it again writes nothing (I-24). It goes on with the story of the event
 * that it follows from; without one it begins a story.
 */
export function followingCommand(seed: string, event?: Pick<Recorded, 'id' | 'metadata'>): CommandRequest {
  const commandId = uuidv5(seed, NAMESPACE);
  return {
    commandId,
    correlationId: event?.metadata.$correlationId ?? commandId,
    causationId: event?.id ?? commandId,
    actor: { ...systemActor, roles: ['SYSTEM'], partnershipIds: [] },
    source: 'SCHEDULER',
  };
}

/** The refusal of a command that follows by itself, for the log; throws when it is worth sending again. */
export function refusalOf(outcome: CommandOutcome<object>): string | undefined {
  if (outcome.outcome === 'accepted') return undefined;
  const { code, message, retryable } = outcome.rejection;
  if (retryable) throw new Error(`${code}: ${message}`);
  return `${code}: ${message}`;
}

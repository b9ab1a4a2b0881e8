import { type EventActor, type Rejected, rejected } from '#event-sourcing';
import type { ManagerState } from './state.js';

/**
 * `FORBIDDEN` when a partner manager speaks about the absence of a colleague (domain.md 2.4): whoever named the deputy of
 * somebody else could name oneself, and reach a portfolio that is not the own.
 */
export function refuseForeignAbsence({ manager }: ManagerState, actor: EventActor): Rejected<'FORBIDDEN'> | undefined {
  if (manager === undefined || manager.userId === actor.userId || actor.roles.includes('HEAD_OF_PARTNERING'))
    return undefined;
  return rejected(
    'FORBIDDEN',
    'A partner manager records only the own absence. Let the colleague or a head of partnering do this.',
  );
}

import { GraphQLError } from 'graphql';
import { type Actor, isPartnerRep } from '#identity';

/** A query that the actor may not ask. */
export function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** Throws `FORBIDDEN` for representatives of a partner: what is asked concerns other companies too. */
export function requireOwnSide(actor: Actor): void {
  if (isPartnerRep(actor)) throw forbidden('This list is for the own side. Ask for your partnerships instead.');
}

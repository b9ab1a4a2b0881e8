import { enumType } from '#graphql';
import { sides } from './domain/facts.js';

/** GraphQL: the two sides of a partnership. */
export const SideEnum = enumType('Side', sides, 'OWN is the company that runs the system, PARTNER the other one.');

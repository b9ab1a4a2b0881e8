import type { CommandAnswer, GraphqlClient, Refusal } from '../graphql-client.adapter.js';

/** The public GraphQL API as somebody; a double stands in for it in specs. */
export type Api = Pick<GraphqlClient, 'command' | 'request'>;

/** Which aggregate each command answers with: the mutation's accepted type and the field under which it comes. */
export const aggregateOf = {
  draftProgramme: 'PartnerProgramme',
  publishProgrammeVersion: 'PartnerProgramme',
  appointPartnerManager: 'PartnerManager',
  registerPartnerCompany: 'PartnerCompany',
  registerContactPerson: 'ContactPerson',
  stageImport: 'ImportBatch',
  rejectImportRow: 'ImportBatch',
  commitImport: 'ImportBatch',
  importPartnership: 'Partnership',
  proposePartnership: 'Partnership',
  assignPartnerManager: 'Partnership',
  assignContact: 'Partnership',
  recordAgreement: 'Partnership',
  beginOnboarding: 'Partnership',
  recordRequirementEvidence: 'Partnership',
  completeOnboarding: 'Partnership',
  abandonPartnership: 'Partnership',
  logCommunication: 'Partnership',
  recordBusinessResult: 'Partnership',
  scheduleReview: 'Partnership',
  holdReview: 'Partnership',
  submitPartnerScores: 'Partnership',
  completeAction: 'Partnership',
  proposeMutualTermination: 'Partnership',
  counterProposeMutualTermination: 'Partnership',
  acceptMutualTermination: 'Partnership',
  completeWindDownItem: 'Partnership',
  concludePartnership: 'Partnership',
} as const;

/** A command this command line sends. */
export type MutationName = keyof typeof aggregateOf;

/** A command ready to be sent. */
export interface OutgoingCommand {
  readonly mutation: MutationName;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The answer to an accepted command: the aggregate's id, and the position of the last event the command ever wrote. */
export interface Carried {
  readonly id: string;
  readonly position: string;
}

/** How {@link sendCommand} asks for the aggregate's id. */
export function acceptedSelection(mutation: MutationName): { readonly type: string; readonly selection: string } {
  const type = aggregateOf[mutation];
  return { type, selection: `${fieldOf(type)} { id }` };
}

/** What an answer says: the refusal, or id and position. */
export function carried(mutation: MutationName, answer: CommandAnswer): Carried | Refusal {
  if (answer.__typename === 'CommandRejected') return answer as Refusal;
  const { position, ...rest } = answer as { readonly position: string } & Readonly<Record<string, unknown>>;
  const aggregate = rest[fieldOf(aggregateOf[mutation])] as { readonly id: string };
  return { id: aggregate.id, position };
}

/** True for a refusal among the two things a sent command can come to. */
export function isRefused(answer: Carried | Refusal): answer is Refusal {
  return '__typename' in answer;
}

function fieldOf(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

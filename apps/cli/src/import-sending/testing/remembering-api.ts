import { GraphqlFailed, type Refusal } from '../../graphql-client.adapter.js';
import type { Api, MutationName } from '../api.js';
import { aggregateOf } from '../api.js';
import type { KnownCompany } from '../companies.js';

interface Sent {
  readonly mutation: MutationName;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Stands in for the public API: carries every command out once, answers a repeated command id with its first position
 * (I-24), and refuses or fails as it is told to.
 */
export class RememberingApi implements Api {
  readonly sent: Sent[] = [];
  /** The most commands that were under way at the same time. */
  busiest = 0;
  private readonly positions = new Map<string, number>();
  private busy = 0;

  constructor(
    private readonly behaviour: {
      /** The refusal of a command, if it is to be refused. */
      readonly refuse?: (command: Sent) => Omit<Refusal, '__typename'> | undefined;
      /** The code of the fault with which the command fails, if it is to fail. */
      readonly fail?: (command: Sent, sentSoFar: number) => string | undefined;
      readonly companies?: readonly KnownCompany[];
    } = {},
  ) {}

  /** The position of the last event, as the client would have seen it. */
  get head(): string {
    return positionText(this.positions.size);
  }

  /** The inputs with which a mutation was sent. */
  inputsOf(mutation: MutationName): readonly Readonly<Record<string, unknown>>[] {
    return this.sent.filter((one) => one.mutation === mutation).map(({ input }) => input);
  }

  async command<Accepted extends object>(mutation: string, input: Readonly<Record<string, unknown>>) {
    this.busiest = Math.max(this.busiest, (this.busy += 1));
    await new Promise(setImmediate);
    this.busy -= 1;
    const command = { mutation: mutation as MutationName, input };
    this.sent.push(command);
    const fault = this.behaviour.fail?.(command, this.sent.length);
    if (fault !== undefined) throw new GraphqlFailed(`The API failed with ${fault}.`, fault);
    const refusal = this.behaviour.refuse?.(command);
    if (refusal !== undefined) return { __typename: 'CommandRejected' as const, ...refusal };
    return this.accepted(command) as unknown as Accepted & {
      readonly __typename: string;
      readonly position: string;
      readonly revision: number;
    };
  }

  request<Data>(_query: string, { id }: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const found = (this.behaviour.companies ?? []).filter((company) => company.id === id);
    return Promise.resolve({ partnerCompanies: { edges: found.map((node) => ({ node })) } } as Data);
  }

  private accepted({ mutation, input }: Sent): object {
    const commandId = String(input['commandId']);
    const position = this.positions.get(commandId) ?? this.positions.size + 1;
    this.positions.set(commandId, position);
    const type = aggregateOf[mutation];
    const field = type.charAt(0).toLowerCase() + type.slice(1);
    const id = idOf(mutation, input);
    return { __typename: `${type}Accepted`, position: positionText(position), revision: 0, [field]: { id } };
  }
}

const prefixes: Partial<Record<MutationName, string>> = {
  registerPartnerCompany: 'cmp',
  registerContactPerson: 'prs',
  stageImport: 'imp',
  importPartnership: 'prt',
};

function idOf(mutation: MutationName, { commandId, partnershipId, batchId }: Sent['input']): string {
  const prefix = prefixes[mutation];
  if (prefix !== undefined) return `${prefix}_${String(commandId).replaceAll('-', '')}`;
  return typeof partnershipId === 'string' ? partnershipId : String(batchId);
}

function positionText(position: number): string {
  return String(position).padStart(16, '0');
}

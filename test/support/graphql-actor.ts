import assert from 'node:assert/strict';

/** An answer as it came over HTTP. */
export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly position: string | null;
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly correlationId?: string };
  }[];
}

/** The refusal of a command. */
export interface RefusedCommand {
  readonly __typename: 'CommandRejected';
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly allowedCommands: readonly string[];
  readonly currentState: string | null;
  readonly details: readonly { readonly code: string; readonly message: string; readonly path: string | null }[];
}

const REFUSED =
  '... on CommandRejected { code message retryable allowedCommands currentState details { code message path } }';

/** Somebody who speaks GraphQL over HTTP with one token, and reads their own writes. */
export class GraphqlActor {
  /** The position of the last answer: sent with the next request. */
  seen: string | undefined;

  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  /** Sends any operation and returns the whole answer. */
  async send<Data>(
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.token}`,
        ...(this.seen === undefined ? {} : { 'accord-position': this.seen }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const position = response.headers.get('accord-position');
    if (position !== null && position > (this.seen ?? '')) this.seen = position;
    const body = (await response.json()) as Omit<GraphqlAnswer<Data>, 'status' | 'position'>;
    return { status: response.status, position, ...body };
  }

  /** The data of a query that has to succeed. */
  async query<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    assert.equal(errors, undefined, JSON.stringify(errors));
    assert.ok(data);
    return data;
  }

  /** A command that has to be accepted: its aggregate. `selection` is what is wanted of it: `partnership { id state }`. */
  async accepted<Aggregate extends object>(
    mutation: string,
    input: object,
    selection: string,
  ): Promise<
    Aggregate & { readonly position: string; readonly revision: number; readonly warnings: readonly { code: string }[] }
  > {
    const answer = await this.command(mutation, input, selection);
    assert.notEqual(answer.__typename, 'CommandRejected', JSON.stringify(answer));
    return answer as never;
  }

  /** A command that has to be refused. */
  async refused(mutation: string, input: object): Promise<RefusedCommand> {
    const answer = await this.command(mutation, input, '');
    assert.equal(answer.__typename, 'CommandRejected', JSON.stringify(answer));
    return answer as RefusedCommand;
  }

  private async command(mutation: string, input: object, selection: string): Promise<{ readonly __typename: string }> {
    const aggregate = selection.trim().split(/\s/)[0] ?? '';
    const accepted =
      aggregate === ''
        ? ''
        : `... on ${aggregate.charAt(0).toUpperCase()}${aggregate.slice(1)}Accepted { position revision warnings { code message } ${selection} }`;
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { answer } = await this.query<{ readonly answer: { readonly __typename: string } }>(
      `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ${accepted} ${REFUSED} } }`,
      { input },
    );
    return answer;
  }
}

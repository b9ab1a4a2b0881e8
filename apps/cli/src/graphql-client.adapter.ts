import { whyUnreachable } from './why-unreachable.js';

const BAD_GATEWAY = 502;

/** An operation that the API refused as a whole: no token, a fault, a limit. */
export class GraphqlFailed extends Error {
  override readonly name = 'GraphqlFailed';
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What a command answers with: the aggregate's accepted type, or the refusal. */
export type CommandAnswer<Accepted extends object = object> =
  ({ readonly __typename: string; readonly position: string; readonly revision: number } & Accepted) | Refusal;

/** A refused command, as the API tells it. */
export interface Refusal {
  readonly __typename: 'CommandRejected';
  readonly code: string;
  readonly message: string;
  readonly details: readonly { readonly code: string; readonly message: string; readonly path?: string | null }[];
}

/** True for a refused command. */
export function isRefusal(answer: CommandAnswer): answer is Refusal {
  return answer.__typename === 'CommandRejected';
}

/** Speaks to the public GraphQL API as one actor, and reads its own writes. */
export class GraphqlClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly reading: { position?: string } = {},
  ) {}

  /** The same API as another actor, who reads what this one has written and the other way round. */
  as(token: string): GraphqlClient {
    return new GraphqlClient(this.url, token, this.reading);
  }

  /** The same API, read only when its read models contain everything up to a position. */
  at(position: string): GraphqlClient {
    return new GraphqlClient(this.url, this.token, { position });
  }

  /** The furthest position of the log that any answer has named; absent before the first one. */
  get seen(): string | undefined {
    return this.reading.position;
  }

  /** Runs an operation. Throws {@link GraphqlFailed} with the API's message when there is no data. */
  async request<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
    const { status, answer } = await this.ask<Data>(JSON.stringify({ query, variables }));
    const [error] = answer.errors ?? [];
    if (error !== undefined) throw new GraphqlFailed(error.message, error.extensions?.code ?? 'UNKNOWN');
    if (answer.data === undefined) {
      // Of a server that is stopping, or of a proxy without one behind it.
      const code = status >= BAD_GATEWAY ? 'UNREACHABLE' : 'UNKNOWN';
      throw new GraphqlFailed(`${this.url} answered ${String(status)} without data.`, code);
    }
    return answer.data;
  }

  private async ask<Data>(body: string): Promise<{ readonly status: number; readonly answer: Answer<Data> }> {
    try {
      const response = await fetch(new URL('/graphql', this.url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.token}`,
          ...(this.seen === undefined ? {} : { 'accord-position': this.seen }),
        },
        body,
      });
      this.note(response.headers.get('accord-position') ?? '');
      return { status: response.status, answer: answerIn(await response.text()) };
    } catch (error) {
      throw new GraphqlFailed(`${this.url} does not answer: ${whyUnreachable(error as Error)}.`, 'UNREACHABLE');
    }
  }

  /** Answers overtake each other when several operations are under way; the furthest position counts. */
  private note(position: string): void {
    if (position > (this.seen ?? '')) this.reading.position = position;
  }

  /**
   * Sends a command: `mutation` is its name in the API, `selection` what is wanted of the accepted aggregate
   * (`partnership { id state }`). Refusals are returned.
   */
  async command<Accepted extends object>(
    mutation: string,
    input: Readonly<Record<string, unknown>>,
    accepted: { readonly type: string; readonly selection: string },
  ): Promise<CommandAnswer<Accepted>> {
    const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${inputType}!) { answer: ${mutation}(input: $input) { __typename
      ... on ${accepted.type}Accepted { position revision ${accepted.selection} }
      ... on CommandRejected { code message details { code message path } } } }`;
    const { answer } = await this.request<{ readonly answer: CommandAnswer<Accepted> }>(query, { input });
    return answer;
  }
}

function answerIn<Data>(body: string): Answer<Data> {
  try {
    return (JSON.parse(body) ?? {}) as Answer<Data>;
  } catch {
    return {};
  }
}

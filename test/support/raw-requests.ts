import type { ApiUnderTest } from './api-under-test.js';

/** The answer to a request that is to be refused, as far as every refusal has it. */
export interface RawAnswer {
  readonly status: number;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Sends requests as they are, also those that no client would send. */
export class RawRequests {
  private constructor(
    private readonly url: string,
    readonly token: string,
  ) {}

  /** Requests of somebody who may send every command. */
  static async to(api: ApiUnderTest): Promise<RawRequests> {
    return new RawRequests(api.url, await api.token({ subject: 'carla', roles: ['HEAD_OF_PARTNERING'] }));
  }

  /** Sends a body as it is. */
  async post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}`, ...headers },
      body: body as string,
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    const { errors = [] } = (await response.json()) as Partial<RawAnswer>;
    return { status: response.status, errors };
  }

  /** Sends an operation. */
  ask(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<RawAnswer> {
    return this.post(JSON.stringify({ query, variables }), headers);
  }
}

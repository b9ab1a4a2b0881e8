/** The part of autocannon that the benches use; the package has no types of its own. */
declare module 'autocannon' {
  function autocannon(options: autocannon.Options): Promise<autocannon.Result>;

  namespace autocannon {
    interface Request {
      readonly method: 'POST';
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
    interface Client {
      setRequests(requests: readonly Request[]): void;
    }
    interface Result {
      readonly requests: { readonly total: number };
      readonly latency: { readonly p50: number; readonly p99: number };
      readonly duration: number;
      readonly errors: number;
      readonly timeouts: number;
      readonly non2xx: number;
      readonly mismatches: number;
    }
    interface Options {
      readonly url: string;
      readonly connections: number;
      readonly duration: number;
      readonly requests: readonly Request[];
      readonly setupClient?: (client: Client) => void;
      readonly verifyBody?: (body: string) => boolean;
    }
  }

  export = autocannon;
}

import { EventStoreRefused } from './event-store-refused.js';

/** A connection string that may be given to a client: which one, and where it leads, without credentials. */
export interface Connection {
  readonly client: 'eventstoredb' | 'kurrentdb';
  readonly text: string;
  readonly hosts: string;
}

const EXAMPLE = 'for example esdb://user:password@host:2113?tls=true';
const SHAPE = /^(esdb|kurrentdb)(?:\+discover)?:\/\/(?:[^:@/?]+:[^@/?]*@)?([^@/?]+)\/?(?:\?(.*))?$/;

/** The options that the clients know, as they compare them: without regard to case. */
const OPTIONS = new Set(
  [
    'tls',
    'tlsCAFile',
    'userCertFile',
    'userKeyFile',
    'connectionName',
    'defaultDeadline',
    'discoveryInterval',
    'gossipTimeout',
    'maxDiscoverAttempts',
    'nodePreference',
    'keepAliveInterval',
    'keepAliveTimeout',
  ].map((name) => name.toLowerCase()),
);

/** Reasons that are not ours to guess: each names what to write instead. */
const REFUSED_OPTIONS: Readonly<Record<string, string>> = {
  tlsverifycert: 'is not supported by the client; name the authority of the certificate in tlsCAFile instead',
  throwonappendfailure: 'would hide refused appends; leave it out',
};

/**
 * Checks what the clients do not check, or say with the password in it (they print the whole string for an option that
 * they do not know). Returns the refusal to throw instead.
 */
export function checkConnectionString(text: string): Connection | EventStoreRefused {
  const match = SHAPE.exec(text.trim());
  if (match === null)
    return new EventStoreRefused(
      `is not a connection string: expected esdb:// or kurrentdb:// with a host, ${EXAMPLE}. Correct it.`,
    );
  const [, scheme, hosts = '', query = ''] = match;
  const fault = query === '' ? undefined : optionFault(query);
  if (fault !== undefined) return new EventStoreRefused(fault);
  return { client: scheme === 'esdb' ? 'eventstoredb' : 'kurrentdb', text: text.trim(), hosts };
}

function optionFault(query: string): string | undefined {
  for (const option of query.split('&')) {
    const name = option.split('=')[0] ?? '';
    const key = name.toLowerCase().replace(/[_-]/g, '');
    const refused = REFUSED_OPTIONS[key];
    if (refused !== undefined) return `sets ${name}, which ${refused}.`;
    if (!OPTIONS.has(key)) return `sets "${name}", which no client knows. Correct it or leave it out.`;
  }
  return undefined;
}

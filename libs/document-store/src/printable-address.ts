/** A connection string as it may be printed: without user, password and options, whether or not it is well formed. */
export function printableAddress(connectionString: string): string {
  const [, scheme = '', rest = ''] = /^([a-z+]+:\/\/)?(.*)$/is.exec(connectionString) ?? [];
  const place = rest.slice(rest.lastIndexOf('@') + 1);
  return scheme === '' ? place : `${scheme}${place.replace(/[?#].*$/s, '')}`;
}

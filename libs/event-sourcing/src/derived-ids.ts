import { hash } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id of the `index`-th event that a command appends to a stream: a UUID derived from the command id, so that a
 * repeated or resumed command appends the same ids (I-24). It keeps the time prefix of a UUID v7 command id, because
 * random ids halve the embedded store's speed.
 */
export function deriveEventId(commandId: string, stream: string, index: number): string {
  const digest = hash('sha256', `${commandId}\n${stream}\n${String(index)}`, 'hex');
  const time = commandId.replaceAll('-', '').slice(0, 12).toLowerCase();
  const isTimeOrdered = commandId[14] === '7';
  const head = isTimeOrdered ? time : digest.slice(20, 32);
  const version = isTimeOrdered ? '7' : '8';
  const variant = (8 + (Number.parseInt(digest.charAt(3), 16) % 4)).toString(16);
  return `${head.slice(0, 8)}-${head.slice(8)}-${version}${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

/**
 * The id of the `index`-th new thing of a kind that a command creates: `prt_` and a ULID whose time is the decision's
 * and whose rest derives from the command id, so that the same command names the same thing again.
 */
export function deriveId(prefix: string, commandId: string, index = 0): string {
  const digest = hash('sha256', `${commandId}\n${prefix}\n${String(index)}`, 'binary');
  const time = commandId[14] === '7' ? Number.parseInt(commandId.replaceAll('-', '').slice(0, 12), 16) : 0;
  let ulid = '';
  for (let digit = 9, rest = time; digit >= 0; digit -= 1) {
    ulid = CROCKFORD.charAt(rest % 32) + ulid;
    rest = Math.floor(rest / 32);
  }
  for (let digit = 0; digit < 16; digit += 1) ulid += CROCKFORD.charAt(digest.charCodeAt(digit) % 32);
  return `${prefix}_${ulid}`;
}

import { deserialize, type Document, serialize } from 'bson';

/** One request off the wire: the command as one document, whatever sections it came in. */
export interface WireMessage {
  readonly requestId: number;
  /** The legacy form in which a driver says hello, and in which it expects the answer. */
  readonly isLegacy: boolean;
  /** The sender does not want an answer. */
  readonly isUnanswered: boolean;
  readonly command: Document;
}

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;

/** Takes whole messages off the front of what has arrived; gives them and what is left. */
export function takeMessages(arrived: Buffer): { readonly messages: readonly WireMessage[]; readonly rest: Buffer } {
  const messages: WireMessage[] = [];
  let rest = arrived;
  while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    messages.push(messageFrom(rest.subarray(0, length)));
    rest = rest.subarray(length);
  }
  return { messages, rest };
}

/** The answer to a message, as bytes. */
export function encodeReply(message: WireMessage, reply: Document): Buffer {
  const body = serialize(reply, { ignoreUndefined: true });
  const prefix = message.isLegacy ? Buffer.alloc(20) : Buffer.alloc(5);
  if (message.isLegacy) {
    prefix.writeInt32LE(8, 0); // AwaitCapable
    prefix.writeInt32LE(1, 16); // one document
  }
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + prefix.length + body.length, 0);
  header.writeInt32LE(message.requestId, 8);
  header.writeInt32LE(message.isLegacy ? OP_REPLY : OP_MSG, 12);
  return Buffer.concat([header, prefix, body]);
}

function messageFrom(bytes: Buffer): WireMessage {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) {
    const isUnanswered = (bytes.readUInt32LE(HEADER) & MORE_TO_COME) !== 0;
    return { requestId, isLegacy: false, isUnanswered, command: commandIn(bytes) };
  }
  if (opCode !== OP_QUERY) throw new Error(`The double knows no wire message with the code ${opCode}.`);
  const name = bytes.indexOf(0, HEADER + 4);
  const database = bytes.toString('utf8', HEADER + 4, name).replace(/\.\$cmd$/, '');
  return { requestId, isLegacy: true, isUnanswered: false, command: { ...documentAt(bytes, name + 9), $db: database } };
}

/** The body (kind 0), and the documents that came beside it (kind 1) under the field they belong to. */
function commandIn(bytes: Buffer): Document {
  const hasChecksum = (bytes.readUInt32LE(HEADER) & CHECKSUM_PRESENT) !== 0;
  const end = bytes.length - (hasChecksum ? 4 : 0);
  const command: Document = {};
  for (let at = HEADER + 4; at < end;) {
    const kind = bytes[at];
    const size = bytes.readInt32LE(at + 1);
    if (kind === 0) Object.assign(command, documentAt(bytes, at + 1));
    else addSequence(command, bytes.subarray(at + 5, at + 1 + size));
    at += 1 + size;
  }
  return command;
}

function addSequence(command: Document, section: Buffer): void {
  const name = section.indexOf(0);
  const documents: Document[] = [];
  for (let at = name + 1; at < section.length; at += section.readInt32LE(at)) documents.push(documentAt(section, at));
  command[section.toString('utf8', 0, name)] = documents;
}

function documentAt(bytes: Buffer, at: number): Document {
  return deserialize(bytes.subarray(at, at + bytes.readInt32LE(at)));
}

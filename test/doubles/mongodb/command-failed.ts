import type { Document } from 'bson';

/** A command or a write that fails as the real server lets it fail. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
  ) {
    super(message);
  }

  /** The answer to the whole command. */
  reply(): Document {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: this.codeName };
  }

  /** One of the `writeErrors` of a command that went through. */
  writeError(index: number): Document {
    return { index, code: this.code, errmsg: this.message };
  }
}

import { v5 as uuidv5 } from 'uuid';

/** Fixed for ever: another one would make every source record new to the log. */
const NAMESPACE = '4a1f6a0e-2c1b-5e4b-9d53-0f6f5f7d6c21';

/**
 * The id of a command that follows from what it is about, so that the same step of the same source record is the same
 * command whenever it is sent (I-24): UUID v5 of the parts.
 */
export function commandIdFor(...parts: readonly string[]): string {
  return uuidv5(JSON.stringify(parts), NAMESPACE);
}

import { PseudonymKeyRefused } from '#analytics';
import { VaultFileRefused, VaultUnavailable } from '#directory';
import { DocumentStoreRefused, DocumentStoreUnavailable } from '#document-store';
import { EventStoreUnavailable } from '#event-sourcing';
import { EventStoreFileRefused, EventStoreRefused } from '#event-store';
import { SigningKeyRefused } from '#identity';
import { ConfigurationInvalid } from './configuration.adapter.js';

/** What is wrong outside the program: each message is one line for people that names the setting and the way out. */
const REFUSALS = [
  ConfigurationInvalid,
  DocumentStoreRefused,
  DocumentStoreUnavailable,
  EventStoreFileRefused,
  EventStoreRefused,
  EventStoreUnavailable,
  PseudonymKeyRefused,
  SigningKeyRefused,
  VaultFileRefused,
  VaultUnavailable,
];

/** Ends a process that cannot start: one line and 2 for what its operator can mend, the stack and 1 for a fault of ours. */
export function endRefusedStart(error: unknown): never {
  const isRefusal = error instanceof Error && REFUSALS.some((kind) => error instanceof kind);
  process.stderr.write(`${isRefusal ? error.message : String((error as Error | undefined)?.stack ?? error)}\n`);
  process.exit(isRefusal ? 2 : 1);
}

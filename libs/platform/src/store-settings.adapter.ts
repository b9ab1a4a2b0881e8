import { printableAddress } from '#document-store';
import { z } from 'zod';

/** Where the log is. `connectionString` may hold a password and is never printed; `address` is what may be. */
export type EventStoreSetting =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'eventstoredb'; readonly connectionString: string; readonly address: string };

/** Where the read models are. `connectionString` may hold a password and is never printed; `address` is what may be. */
export type DocumentStoreSetting =
  | { readonly kind: 'memory' }
  | { readonly kind: 'mongodb'; readonly connectionString: string; readonly address: string };

const EVENTSTOREDB = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/[^/?]/;
const MONGODB = /^mongodb(?:\+srv)?:\/\/[^/?]/;

/** Reads `ACCORD_EVENT_STORE`. */
export const eventStoreSetting = z
  .string()
  .refine(
    (value) => /^sqlite:.+/.test(value) || EVENTSTOREDB.test(value),
    'sqlite:<path of the file>, esdb://…, esdb+discover://… or kurrentdb://…, for example sqlite:./data/accord.db',
  )
  .transform((value): EventStoreSetting =>
    value.startsWith('sqlite:')
      ? { kind: 'sqlite', path: value.slice('sqlite:'.length) }
      : { kind: 'eventstoredb', connectionString: value, address: printableAddress(value) },
  );

/** Reads `ACCORD_DOCUMENT_STORE`. */
export const documentStoreSetting = z
  .string()
  .refine((value) => value === 'memory:' || MONGODB.test(value), 'memory:, mongodb://… or mongodb+srv://…')
  .transform((value): DocumentStoreSetting =>
    value === 'memory:'
      ? { kind: 'memory' }
      : { kind: 'mongodb', connectionString: value, address: printableAddress(value) },
  );

import { DocumentStoreRefused, type MongoConnection } from '#document-store';
import type { Vault } from '../vault.js';
import { MongoPersonVault } from './mongo-person-vault.adapter.js';
import { MongoTextVault } from './mongo-text-vault.adapter.js';
import { VaultSession } from './vault-session.adapter.js';

/** The longest name of a database that MongoDB takes, in bytes. */
const LONGEST_NAME = 63;

/**
 * Opens the vaults in the MongoDB of the read models, in the database `<theirs>-vault`: whoever dumps, drops or reads
 * theirs has no personal data in hand. The connections stay open when it is closed. Rejects with `DocumentStoreRefused`
 * where the setting or the user's rights have to change, with `VaultUnavailable` where no server answers.
 */
export async function openMongoVault(connection: MongoConnection): Promise<Vault> {
  const database = `${connection.database}-vault`;
  if (Buffer.byteLength(database) > LONGEST_NAME)
    throw new DocumentStoreRefused(
      connection.address,
      `no database can be called "${database}", where the vault would be. Name one of fewer letters.`,
    );
  const session = new VaultSession(connection.session(database));
  const persons = await MongoPersonVault.open(session);
  return { persons, texts: new MongoTextVault(session), close: () => session.close() };
}

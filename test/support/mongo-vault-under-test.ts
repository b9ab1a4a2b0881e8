import { openMongoVault, type Vault } from '#directory';
import type { VaultUnderTest } from '#directory/testing';
import { connectToMongo, type MongoConnection, type MongoOptions } from '#document-store';

/** A vault beside a database of its own; every other opening has connections of its own, as another process would. */
export async function mongoVaultUnderTest(options: MongoOptions): Promise<VaultUnderTest> {
  const connections: MongoConnection[] = [];
  const open = async (): Promise<Vault> => {
    const connection = await connectToMongo(options);
    connections.push(connection);
    return openMongoVault(connection);
  };
  return {
    vault: await open(),
    another: open,
    dispose: async () => {
      const [first] = connections;
      await first?.session(`${first.database}-vault`).database.dropDatabase();
      for (const connection of connections) await connection.close();
    },
  };
}

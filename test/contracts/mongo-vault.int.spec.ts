import { openMongoVault, type Vault } from '#directory';
import { describePersonVault, describeTextVault } from '#directory/testing';
import { connectToMongo, type MongoConnection, openMongoDocumentStore } from '#document-store';
import { type MongoDouble, startMongoDouble } from '../doubles/mongodb/mongo-double.js';
import { mongoVaultUnderTest } from '../support/mongo-vault-under-test.js';

const jana = {
  personId: 'prs_1',
  companyId: 'cmp_1',
  name: 'Jana Muster',
  email: 'jana@nordlicht.example',
  storedAt: '2026-04-20T08:00:00.000Z',
};

describe.each([
  ['a replica set', { replicaSet: 'rs0' }],
  ['a standalone server', {}],
])('On %s', (_, kind) => {
  let double: MongoDouble;
  let vaults = 0;
  beforeAll(async () => {
    double = await startMongoDouble(kind);
  });
  afterAll(() => double.stop());

  const factory = () => mongoVaultUnderTest({ url: double.url, database: `contract-${(vaults += 1)}` });
  describePersonVault('the person vault in MongoDB', factory);
  describeTextVault('the text vault in MongoDB', factory);
});

describe('A vault in MongoDB', () => {
  let double: MongoDouble;
  let connection: MongoConnection;
  let vault: Vault;
  beforeEach(async () => {
    double = await startMongoDouble({ replicaSet: 'rs0' });
    connection = await connectToMongo({ url: double.url, serverSelectionMs: 2_000 });
    vault = await openMongoVault(connection);
  });
  afterEach(async () => {
    await vault.close();
    await connection.close();
    await double.stop();
  });

  it('is in a database of its own, so that the read models can go without it', async () => {
    await vault.persons.register(jana);
    const [sealed] = await vault.texts.seal(['kept']);
    await connection.session().database.dropDatabase();
    expect(await vault.persons.getMany(['prs_1'])).toHaveProperty('size', 1);
    expect(await vault.texts.open([sealed])).toEqual(['kept']);
  });

  it('shares its connections with the read models, and outlives their store', async () => {
    const store = await openMongoDocumentStore({ connection });
    await store.saveCheckpoint('reader', { version: 1, position: '1' });
    await store.close();
    expect(await vault.persons.register(jana)).toEqual({ outcome: 'STORED' });
  });

  it.each([
    ['a registration', (): Promise<unknown> => vault.persons.register(jana)],
    ['a sealed text', (): Promise<unknown> => vault.texts.seal(['secret'])],
    ['an erasure', (): Promise<unknown> => vault.persons.erase('prs_1', ['name'])],
    ['a redaction', (): Promise<unknown> => vault.texts.redact('key_1')],
  ])('does not answer %s that no majority has confirmed', async (_case, call) => {
    double.misbehave({ does: 'leave-unconfirmed', commands: ['insert', 'update', 'delete'] });
    await expect(call()).rejects.toMatchObject({ name: 'VaultUnavailable', retryable: true });
  });

  it('answers after an election, a lost answer and a restart as if nothing had happened', async () => {
    double.misbehave({ does: 'drop-after', commands: ['update'] });
    expect(await vault.persons.register(jana)).toEqual({ outcome: 'STORED' });
    double.misbehave({ does: 'refuse', code: 10_107, codeName: 'NotWritablePrimary', commands: ['insert'] });
    const [sealed] = await vault.texts.seal(['kept']);
    await double.restart();
    expect(await vault.texts.open([sealed])).toEqual(['kept']);
    expect(await vault.persons.discard('prs_1', jana.storedAt)).toBe(true);
  });

  it('says that nobody answers, and goes on when somebody does', async () => {
    await double.stop();
    await expect(vault.persons.getMany(['prs_1'])).rejects.toMatchObject({ name: 'VaultUnavailable', retryable: true });
    await double.start();
    expect(await vault.persons.register(jana)).toEqual({ outcome: 'STORED' });
  });

  it('refuses a user who may write the read models but not the vault, and names the way out', async () => {
    double.misbehave({ does: 'refuse', code: 13, codeName: 'Unauthorized', commands: ['createIndexes'] });
    await expect(openMongoVault(connection)).rejects.toMatchObject({
      name: 'DocumentStoreRefused',
      message: expect.stringContaining('Grant the role readWrite') as string,
    });
  });

  it('refuses a database whose name leaves no room for that of the vault', async () => {
    const wide = await connectToMongo({ url: double.url, database: 'x'.repeat(58) });
    await expect(openMongoVault(wide)).rejects.toMatchObject({
      name: 'DocumentStoreRefused',
      message: expect.stringContaining('Name one of fewer letters.') as string,
    });
    await wide.close();
  });
});

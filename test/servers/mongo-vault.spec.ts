import { randomUUID } from 'node:crypto';
import { describePersonVault, describeTextVault } from '#directory/testing';
import { mongoVaultUnderTest } from '../support/mongo-vault-under-test.js';

const url = process.env['MONGODB_URL'];

if (url === undefined)
  describe('The vault on a real MongoDB', () => {
    it.skip('is skipped because MONGODB_URL names no server', () => undefined);
  });
else {
  const factory = () => mongoVaultUnderTest({ url, database: `accord-contract-${randomUUID().slice(0, 8)}` });
  describePersonVault('the person vault on a real MongoDB', factory);
  describeTextVault('the text vault on a real MongoDB', factory);
}

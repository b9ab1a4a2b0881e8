export { describePersonVault } from './person-vault-contract.js';
export { describeTextVault } from './text-vault-contract.js';
export type { VaultUnderTest } from './vault-under-test.js';

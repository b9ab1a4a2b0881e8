import { describeRefusals } from '../testing/describe-refusals.js';
import { openEventStoreDb } from './eventstoredb-event-store.adapter.js';
import { kurrentDbClient } from './kurrentdb-client.adapter.js';

describeRefusals('esdb');

it('refuses what is no connection string', async () => {
  await expect(openEventStoreDb({ connectionString: 'http://localhost' })).rejects.toThrow(
    /ACCORD_EVENT_STORE is not a connection string/,
  );
});

it('names the package to install when kurrentdb:// is used without it', async () => {
  const missing = () => Promise.reject(new Error("Cannot find package '@kurrent/kurrentdb-client'"));
  await expect(kurrentDbClient('kurrentdb://localhost', 20_000, missing)).rejects.toThrow(
    /npm install @kurrent\/kurrentdb-client/,
  );
});

import { describeServerCases } from './eventstoredb-cases.js';

const url = process.env['EVENTSTORE_URL'];

if (url?.startsWith('esdb') === true)
  describeServerCases('a real EventStoreDB', () => Promise.resolve({ url, release: () => undefined }));
else
  describe('The cases of the double on a real EventStoreDB', () => {
    it.skip('are skipped because EVENTSTORE_URL names no server for its own client (esdb://)', () => undefined);
  });

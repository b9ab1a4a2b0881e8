import type { BulkWriteResult } from 'mongodb';
import { MongoBulkWriteError, MongoNetworkError } from 'mongodb';
import { DocumentStoreUnavailable } from '../document-store.js';
import { faultOf } from './mongo-fault.adapter.js';

const ended = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
const behindBulk = (error: Error) => new MongoBulkWriteError(error, {} as BulkWriteResult);

describe('A connection to MongoDB that breaks', () => {
  it.each([
    ['while a long message is written', ended],
    ['while many documents are written', behindBulk(ended)],
    ['while many documents are written, as the driver tells it', behindBulk(new MongoNetworkError('read ECONNRESET'))],
  ])('%s is an outage, to be tried again', (_when, error) => {
    const fault = faultOf(error, 'mongodb://db/');
    expect(fault).toBeInstanceOf(DocumentStoreUnavailable);
    expect((fault as Error).message).toContain('mongodb://db/');
  });

  it('is told apart from what is wrong on our side', () => {
    const ours = Object.assign(new TypeError('no such key'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect([faultOf(ours, ''), faultOf(behindBulk(ours), '')]).toEqual([ours, ours]);
  });
});

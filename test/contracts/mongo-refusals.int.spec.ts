import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongoDocumentStore } from '#document-store';
import { type MongoDouble, type MongoDoubleOptions, startMongoDouble } from '../doubles/mongodb/mongo-double.js';

describe('A MongoDB that cannot be used ends the start with one line that names the setting and the way out:', () => {
  let double: MongoDouble | undefined;
  afterEach(() => double?.stop());

  const refusal = async (url: string): Promise<Error> => {
    try {
      await (await openMongoDocumentStore({ url, serverSelectionMs: 500 })).close();
    } catch (error) {
      return error as Error;
    }
    throw new Error('The document store opened.');
  };
  const start = async (options: MongoDoubleOptions): Promise<MongoDouble> => (double = await startMongoDouble(options));
  const expectRefusal = async (url: string, way: string, name = 'DocumentStoreRefused'): Promise<void> => {
    const error = await refusal(url);
    expect(error).toMatchObject({ name, message: expect.stringContaining(way) as string });
    expect(error.message).toMatch(/^ACCORD_DOCUMENT_STORE is "[^"\n]*"[:,] [^\n]*$/);
    expect(error.message).not.toContain('secret');
  };

  it.each(['postgres://me:secret@db/x', 'mongodb://', 'mongodb://db/?w=many&colour=red'])('the address %s', (url) =>
    expectRefusal(url, 'It must look like mongodb://host:27017/accord.'),
  );

  it('a server that is not there', async () => {
    const { address } = await start({});
    await double?.stop();
    await expectRefusal(`mongodb://${address}/`, 'Start it, or correct host and port.', 'DocumentStoreUnavailable');
  });

  it('a member of a replica set without a primary', async () => {
    const { url } = await start({ replicaSet: 'rs0' });
    double?.stepDown();
    await expectRefusal(url, 'where no MongoDB takes writes', 'DocumentStoreUnavailable');
  });

  it('a user that it does not know', async () => {
    const { address } = await start({});
    await expectRefusal(`mongodb://me:secret@${address}/?authMechanism=SCRAM-SHA-256`, 'user or password are refused');
  });

  it('a user who may not write', async () => {
    const { url } = await start({});
    double?.misbehave({ does: 'refuse', code: 13, codeName: 'Unauthorized', commands: ['delete'] });
    await expectRefusal(url, 'Grant the role readWrite on the database.');
  });

  it('a server from before 4.4', async () => {
    const { url } = await start({ maxWireVersion: 8 });
    await expectRefusal(url, 'Accord supports MongoDB 4.4 to 9.0.');
  });

  it('a certificate that nobody vouches for, and a file of authorities that is not there', async () => {
    const { url } = await start({ tls: selfSigned() });
    await expectRefusal(url, 'Name its authority with tlsCAFile=');
    await expectRefusal(`${url}&tlsCAFile=/nowhere/ca.pem`, 'Correct the file named in the connection string.');
  });
});

function selfSigned(): { readonly key: string; readonly cert: string } {
  const folder = fs.mkdtempSync(join(tmpdir(), 'accord-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.1', '-days', '1'];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const pair = { key: fs.readFileSync(key, 'utf8'), cert: fs.readFileSync(cert, 'utf8') };
  fs.rmSync(folder, { recursive: true });
  return pair;
}

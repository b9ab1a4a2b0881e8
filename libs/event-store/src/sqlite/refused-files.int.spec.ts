import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { v7 } from 'uuid';
import { EventUnreadable } from '#event-sourcing';
import { EventStoreFileRefused } from './event-store-file-refused.js';
import { openSqliteEventStore } from './sqlite-event-store.adapter.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const digest = (file: string): string => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

describe('a file that cannot be an event store', () => {
  const folder = temporaryFolder();
  let files = 0;
  let path = '';
  beforeEach(() => {
    files += 1;
    path = folder.file(`accord-${files}.db`);
  });
  afterAll(() => {
    folder.remove();
  });

  /** A closed store with some events, `rows` of about 1 kB. */
  async function closedStore(rows = 200): Promise<void> {
    const store = await openSqliteEventStore({ path });
    const filler = 'x'.repeat(900);
    const batch = Array.from({ length: rows }, () => ({
      id: v7(),
      type: 'ReviewHeld',
      data: { filler },
      metadata: {},
    }));
    await store.append('partnership-1', 'none', batch);
    await store.close();
  }

  function changeBytes(change: (bytes: Buffer) => Buffer): void {
    fs.writeFileSync(path, change(fs.readFileSync(path)));
  }

  async function refusal(readOnly: boolean): Promise<unknown> {
    try {
      await openSqliteEventStore({ path, readOnly });
    } catch (error) {
      return error;
    }
    throw new Error('expected to be refused');
  }

  const cases: [string, () => unknown, string][] = [
    ['is no database', () => fs.writeFileSync(path, 'Dear Sir or Madam, '.repeat(500)), 'is not an event store'],
    ['is a few bytes of something', () => fs.writeFileSync(path, 'hello'), 'is not an event store'],
    [
      "is another program's database",
      () => {
        const db = new DatabaseSync(path);
        db.exec('CREATE TABLE notes (text); INSERT INTO notes VALUES (1)');
        db.close();
      },
      'is a database of another program',
    ],
    [
      "is another program's database in WAL mode",
      () => {
        const db = new DatabaseSync(path);
        db.exec('PRAGMA journal_mode = WAL; CREATE TABLE events (text)');
        db.close();
      },
      'is a database of another program',
    ],
    [
      'was written by a later version',
      async () => {
        await closedStore();
        const db = new DatabaseSync(path);
        db.exec('PRAGMA user_version = 2');
        db.close();
      },
      'has format 2, this version knows format 1',
    ],
    [
      'has lost its end',
      async () => {
        await closedStore();
        changeBytes((bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)));
      },
      'is damaged',
    ],
    [
      'has lost its tables',
      async () => {
        await closedStore();
        const db = new DatabaseSync(path);
        db.exec('DROP TABLE events');
        db.close();
      },
      'is damaged',
    ],
    [
      'is damaged in the middle',
      async () => {
        await closedStore();
        changeBytes((bytes) => bytes.fill(0xff, 20 * 4_096, 24 * 4_096));
      },
      'is damaged',
    ],
    [
      'is damaged at its beginning',
      async () => {
        await closedStore();
        changeBytes((bytes) => bytes.fill(0x55, 0, 4_096));
      },
      'is not an event store',
    ],
    ['is a folder', () => fs.mkdirSync(path), 'is not a file'],
  ];

  it.each(cases)(
    'that %s is refused in one clear line, left as it was, with nothing new beside it',
    async (_case, make, reason) => {
      await make();
      const isFile = fs.statSync(path).isFile();
      const before = isFile ? digest(path) : '';
      const beside = fs.readdirSync(folder.file('.'));
      for (const readOnly of [false, true]) {
        const error = await refusal(readOnly);
        expect(error).toBeInstanceOf(EventStoreFileRefused);
        const { message } = error as EventStoreFileRefused;
        expect(message).toContain(`${path} ${reason}`);
        expect(message).not.toContain('\n');
      }
      expect(isFile ? digest(path) : '').toBe(before);
      expect(fs.readdirSync(folder.file('.'))).toEqual(beside);
    },
  );

  it('that is missing is made for writing, with its folder, and refused for reading', async () => {
    path = folder.file('new/folder/accord.db');
    expect(String(await refusal(true))).toContain(`${path} does not exist`);
    const store = await openSqliteEventStore({ path });
    expect(await store.head()).toBe(store.start);
    await store.close();
  });

  it('that is empty is made an event store', async () => {
    fs.writeFileSync(path, '');
    await closedStore();
    const store = await openSqliteEventStore({ path, readOnly: true });
    expect(await store.head()).not.toBe(store.start);
    await store.close();
  });

  it('that has lost its main part but not its -wal is not begun anew', async () => {
    fs.writeFileSync(`${path}-wal`, 'what is left of it');
    expect(String(await refusal(false))).toContain(`${path} is missing, but ${path}-wal is there`);
    expect(fs.readFileSync(`${path}-wal`, 'utf8')).toBe('what is left of it');
  });

  it('that lies in a folder which is a file is refused', async () => {
    fs.writeFileSync(path, 'a file');
    path = `${path}/accord.db`;
    expect(await refusal(false)).toBeInstanceOf(EventStoreFileRefused);
    expect(await refusal(true)).toBeInstanceOf(EventStoreFileRefused);
  });

  // the superuser may read and write everything, so there is nothing to refuse
  (process.getuid?.() === 0 ? it.skip : it)('that this user may not write is refused for writing', async () => {
    await closedStore();
    fs.chmodSync(path, 0o400);
    expect(String(await refusal(false))).toContain('may not be read and written by this user');
  });

  it('is not one event that is no JSON: that one is unreadable and the message says where it is', async () => {
    await closedStore(3);
    const db = new DatabaseSync(path);
    db.exec(`UPDATE events SET data = '{"filler' WHERE position = 2`);
    db.close();
    const store = await openSqliteEventStore({ path });
    const events = store.readAll()[Symbol.asyncIterator]();
    await events.next();
    const second = events.next();
    await expect(second).rejects.toThrow(EventUnreadable);
    await expect(second).rejects.toThrow(
      'ReviewHeld at position 00000000000000000002, revision 1 of "partnership-1" is damaged: no JSON.',
    );
    await store.close();
  });
});

import type { SealedText } from '../../domain/sealed-text.js';
import { TextKey } from '../text-key.adapter.js';
import type { TextVault } from '../text-vault.js';
import { GroupedWrites } from './grouped-writes.adapter.js';
import type { Statement, VaultDatabase } from './vault-database.adapter.js';

interface KeyRow {
  readonly key_id: string;
  readonly key: string;
}

/** Keys of sealed texts in the vault file, one per text. */
export class SqliteTextVault implements TextVault {
  private readonly keys: GroupedWrites<TextKey>;
  private readonly byIds: Statement;
  private readonly remove: Statement;

  constructor(private readonly database: VaultDatabase) {
    const insert = database.prepare('INSERT INTO text_keys (key_id, key) VALUES (?, ?)');
    this.keys = new GroupedWrites(database, ({ id, secret }) => {
      insert.run(id, secret);
    });
    this.byIds = database.prepare('SELECT * FROM text_keys WHERE key_id IN (SELECT value FROM json_each(?))');
    this.remove = database.prepare('DELETE FROM text_keys WHERE key_id = ?');
  }

  async seal<Texts extends readonly string[]>(
    plaintexts: readonly [...Texts],
  ): Promise<{ readonly [Index in keyof Texts]: SealedText }> {
    const keyed = plaintexts.map((plaintext) => ({ plaintext, key: TextKey.fresh() }));
    await this.keys.add(keyed.map(({ key }) => key));
    const sealed = keyed.map(({ plaintext, key }) => key.seal(plaintext));
    return sealed as { readonly [Index in keyof Texts]: SealedText };
  }

  /** Makes durable what is being sealed at this moment: for the end of the process. */
  finish(): void {
    this.keys.finish();
  }

  open(sealed: readonly SealedText[]): Promise<readonly (string | undefined)[]> {
    return this.database.answer(() => {
      const rows = this.byIds.all(JSON.stringify(sealed.map(({ keyId }) => keyId))) as readonly KeyRow[];
      const keys = new Map(rows.map((row) => [row.key_id, new TextKey(row.key_id, row.key)]));
      return sealed.map((text) => keys.get(text.keyId)?.open(text));
    });
  }

  redact(keyId: string): Promise<void> {
    return this.database.answer(() => {
      this.database.forget(() => {
        this.remove.run(keyId);
      });
    });
  }
}

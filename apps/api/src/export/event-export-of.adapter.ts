import { EventExport, loadOrCreatePseudonymKey, loadPseudonymKey, pseudonymsUnder } from '#analytics';
import type { Platform } from '#platform';

/** The export of a platform's log under the key that the settings name. Throws `PseudonymKeyRefused`. */
export async function eventExportOf({ configuration, store, codec }: Platform): Promise<EventExport | undefined> {
  const { pseudonymKey: source } = configuration;
  if (source.kind === 'none') return undefined;
  const key = await (source.kind === 'own' ? loadOrCreatePseudonymKey(source.file) : loadPseudonymKey(source.file));
  return new EventExport({ store, codec, pseudonymOf: pseudonymsUnder(key) });
}

import type { Side } from '../../domain/facts.js';
import type { DutyPeriod } from '../../portfolios.js';

/**
 * What stands for a person who was forgotten (domain.md 2.10, 5): `erased person prs_… (partner side, 2023-11-07 –
 * 2025-02-03)`, with the time as responsible contact if there was one.
 */
export function erasedLabel(personId: string, side: Side, duty: DutyPeriod | undefined): string {
  const place = side === 'OWN' ? 'own side' : 'partner side';
  const time = duty === undefined ? '' : `, ${duty.from} – ${duty.until ?? ''}`.trimEnd();
  return `erased person ${personId} (${place}${time})`;
}

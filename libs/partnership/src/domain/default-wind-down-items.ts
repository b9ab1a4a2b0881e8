import type { Side } from '#directory/domain';
import type { WindDownItemKind } from './end-vocabulary.js';
import type { PartnershipEventNamed } from './events.js';
import type { TerminationTerms } from './events/termination-fields.js';

/** An item as the wind-down begins with it. */
type BegunItem = PartnershipEventNamed<'WindDownBegun'>['data']['items'][number];

interface DefaultItem {
  readonly kind: WindDownItemKind;
  readonly ownerSide: Side;
  readonly mandatory: boolean;
}

/**
 * What remains to be done unless the sides agreed otherwise (domain.md 2.8). The list is domain.md's; who owns an item
 * and that the last two are not mandatory is this product's choice.
 */
const defaultItems: readonly DefaultItem[] = [
  { kind: 'CUSTOMER_HANDOVER', ownerSide: 'OWN', mandatory: true },
  { kind: 'OPEN_DEALS', ownerSide: 'OWN', mandatory: true },
  { kind: 'DATA_RETURN', ownerSide: 'PARTNER', mandatory: true },
  { kind: 'ACCESS_REVOKED', ownerSide: 'OWN', mandatory: true },
  { kind: 'BRANDING_REMOVED', ownerSide: 'PARTNER', mandatory: true },
  { kind: 'FINAL_SETTLEMENT', ownerSide: 'OWN', mandatory: true },
  { kind: 'COMMUNICATION', ownerSide: 'OWN', mandatory: false },
  { kind: 'LESSONS_LEARNED', ownerSide: 'OWN', mandatory: false },
];

/** True when the partnership cannot be concluded before an item of this kind is done, unless the sides say otherwise. */
export function isMandatoryByDefault(kind: WindDownItemKind): boolean {
  return defaultItems.some((item) => item.kind === kind && item.mandatory);
}

/**
 * The items of a wind-down under these terms: the defaults, due on the agreed end, each replaced by what the terms say
 * about its kind, then what else the terms name.
 */
export function windDownItems(
  { endsOn, windDownItems: agreed }: TerminationTerms,
  newItemId: (index: number) => string,
): readonly BegunItem[] {
  const defaults = defaultItems
    .filter(({ kind }) => !agreed.some((item) => item.kind === kind))
    .map((item) => ({ ...item, dueOn: endsOn }));
  return [...defaults, ...agreed].map((item, index) => ({ itemId: newItemId(index), ...item }));
}

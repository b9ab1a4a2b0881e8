import { type Rejected, rejected } from '#event-sourcing';
import type { PartnershipState } from './state.js';
import type { WindDownItem } from './state/wind-down.js';

/** The item that is still to be done, or the refusal because there is none with this id (`NOT_FOUND`) or it is closed. */
export function pendingWindDownItem(
  state: PartnershipState,
  itemId: string,
):
  | { readonly item: WindDownItem; readonly refusal?: never }
  | { readonly refusal: Rejected<'NOT_FOUND' | 'ITEM_CLOSED'>; readonly item?: never } {
  const item = state.windDown.items[itemId];
  if (item === undefined)
    return { refusal: rejected('NOT_FOUND', `This partnership has no wind-down item ${itemId}.`) };
  if (item.status === 'PENDING') return { item };
  const message = `Wind-down item ${itemId} is ${item.status}: add a new item if something remains to be done.`;
  return { refusal: rejected('ITEM_CLOSED', message, { details: [{ code: item.status, message, path: 'itemId' }] }) };
}

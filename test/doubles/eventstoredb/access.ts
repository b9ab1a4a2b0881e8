import { type Metadata, status } from '@grpc/grpc-js';

/** Who may call, and whether he may read `$all`. */
export interface Access {
  readonly user: string;
  readonly password: string;
  readonly mayReadAll: boolean;
}

/** Why a call is refused, as a gRPC status; `undefined` when it may go on. */
export function refusal(
  access: Access | undefined,
  metadata: Metadata,
  readsAll: boolean,
): { readonly code: status; readonly details: string; readonly exception?: string } | undefined {
  if (access === undefined) return undefined;
  const expected = `Basic ${Buffer.from(`${access.user}:${access.password}`).toString('base64')}`;
  const [given] = metadata.get('authorization');
  if (given !== expected) return { code: status.UNAUTHENTICATED, details: 'The caller is not authenticated.' };
  if (readsAll && !access.mayReadAll)
    return { code: status.PERMISSION_DENIED, details: 'Access Denied', exception: 'access-denied' };
  return undefined;
}

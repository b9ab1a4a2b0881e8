import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';

/** Node's longest timer: about 25 days. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Closes a socket at the moment from which its token would no longer open it: access ends although nothing is asked. */
export function closeWhenExpired(socket: Pick<WebSocket, 'close' | 'once'>, expiresAt: Date): void {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const leftMs = expiresAt.getTime() - Date.now();
    if (leftMs > 0) timer = setTimeout(look, Math.min(leftMs, LONGEST_TIMER_MS));
    else socket.close(CloseCode.Unauthorized, 'The token has expired. Get a new one.');
  };
  look();
  socket.once('close', () => {
    clearTimeout(timer);
  });
}

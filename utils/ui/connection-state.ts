import type { ConnectionView } from '../messaging/schemas/connection.ts';

export type ConnectionState = 'connected' | 'tokenMissing' | 'notConnected';

/** How the connection stands as a whole. */
export function connectionState(connection: ConnectionView): ConnectionState {
  if (!connection.nmbrs || !connection.target) return 'notConnected';
  return connection.nmbrs.hasToken && connection.target.hasToken ? 'connected' : 'tokenMissing';
}

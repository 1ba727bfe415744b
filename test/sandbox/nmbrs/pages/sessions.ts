import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type ProfileKind = 'admin' | 'employee';

/** One signed-in browser. */
export interface Session {
  readonly id: string;
  /** Null until a profile is chosen. */
  profile: ProfileKind | null;
  /** Goes with every change as the header `__antixsrftoken` (nmbrs-ui.md §1.2). */
  readonly antiForgery: string;
}

const cookieName = 'formsauth';

const readCookie = ({ cookie }: IncomingHttpHeaders): string | undefined =>
  cookie
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === cookieName)?.[1];

/** Sessions by cookie, as Forms authentication has them. */
export const createSessions = () => {
  const sessions = new Map<string, Session>();
  const tickets = new Set<string>();
  return {
    start: (profile: ProfileKind | null): Session => {
      const session: Session = { id: randomUUID(), profile, antiForgery: randomUUID().replaceAll('-', '') };
      sessions.set(session.id, session);
      return session;
    },
    of: (headers: IncomingHttpHeaders): Session | undefined => sessions.get(readCookie(headers) ?? ''),
    end: ({ id }: Session): void => void sessions.delete(id),
    endAll: (): void => sessions.clear(),
    /** What carries a login from the login host to the environment, once. */
    issueTicket: (): string => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    redeemTicket: (ticket: string): boolean => tickets.delete(ticket),
    cookie: ({ id }: Session): string => `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax`,
  };
};

export type Sessions = ReturnType<typeof createSessions>;

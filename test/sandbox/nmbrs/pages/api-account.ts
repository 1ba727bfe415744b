import type { Account } from '../access.ts';
import type { PageSwitches } from './switches.ts';

/** The API account of the admin's own login: whether there is a token, and whether the page already shows it. */
export const createApiAccount = (account: Account, draw: (generation: number) => string) => {
  const first = account.token;
  let generation = 0;
  let hidden = false;

  return {
    active: (): boolean => account.token !== null,
    /** The token that the tab shows when it is opened; a fresh one may stay hidden for one opening (nmbrs-ui.md §0.4). */
    open: (): string | null => {
      if (hidden) {
        hidden = false;
        return null;
      }
      return account.token;
    },
    activate: (reveal: PageSwitches['reveal']): void => {
      generation += 1;
      account.token = draw(generation);
      hidden = reveal === 'reopen';
    },
    resetToken: (): void => {
      generation += 1;
      account.token = draw(generation);
    },
    /** Back to a state by choice; `active` is the token that the sandbox printed. */
    put: (state: PageSwitches['token']): void => {
      account.token = state === 'inactive' ? null : first;
      hidden = state === 'hidden';
    },
  };
};

export type ApiAccount = ReturnType<typeof createApiAccount>;

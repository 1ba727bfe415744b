/** What somebody did on the pages that had an effect, in order. */
export type PageEvent =
  | { readonly kind: 'login' | 'logout' | 'session-ended' }
  | { readonly kind: 'profile'; readonly profile: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'popup'; readonly popup: string; readonly template: string | null }
  | { readonly kind: 'rights-read'; readonly templateId: number; readonly service: string }
  | {
      readonly kind: 'switch';
      readonly templateId: number;
      readonly template: string;
      readonly service: string;
      readonly method: string;
      readonly from: boolean;
      readonly to: boolean;
      /** The page would not have it: the right stays as it was. */
      readonly refused: boolean;
    }
  | { readonly kind: 'activate-api' | 'reset-token' | 'create-login-token' }
  | { readonly kind: 'create-template'; readonly name: string }
  | { readonly kind: 'apply-template' | 'save-profile' };

export const createEvents = () => {
  const events: PageEvent[] = [];
  return {
    add: (event: PageEvent): void => void events.push(event),
    list: (): readonly PageEvent[] => [...events],
    clear: (): void => void events.splice(0),
  };
};

export type Events = ReturnType<typeof createEvents>;

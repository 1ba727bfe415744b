import { type ContentContext, contentContexts, coversOrigin, mayRunInFrame, type Sites } from './sites.ts';

/** What the browser says about a message's sender; the part of `runtime.MessageSender` that is judged. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Chromium's own word on the origin: `null` for a sandboxed frame, whatever its address. */
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** Our own identity: the extension's id and the origin of its pages, `chrome-extension://…/` or `moz-extension://…/`. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

/** Who sent a message, as far as it can be trusted: the browser vouches for all of it. */
export type Caller =
  | { readonly context: 'page' }
  | {
      readonly context: ContentContext;
      readonly tabId: number;
      readonly frameId: number;
      readonly origin: string;
      /** The tab's own page, where the browser tells: it does for hosts that were granted. */
      readonly topOrigin: string | null;
    };

/**
 * Places a sender among those that a message admits. Null for another extension, for a web page that is none of the sites,
 * for a frame where the site's script has no business, and for one of our own scripts that may not send this message.
 */
export async function findCaller(
  self: Self,
  sender: Sender,
  admitted: readonly string[],
  readSites: () => Promise<Sites>,
): Promise<Caller | null> {
  if (sender.id !== self.id) return null;
  const home = self.origin.endsWith('/') ? self.origin : `${self.origin}/`;
  if (sender.url?.startsWith(home)) return admitted.includes('page') ? { context: 'page' } : null;
  const { tab, frameId } = sender;
  const origin = originOf(sender);
  if (tab?.id === undefined || frameId === undefined || origin === null) return null;
  const possible = contentContexts.filter((context) => admitted.includes(context) && mayRunInFrame(context, frameId));
  if (possible.length === 0) return null;
  const sites = await readSites();
  const context = possible.find((each) => sites[each].some((pattern) => coversOrigin(pattern, origin)));
  return context === undefined ? null : { context, tabId: tab.id, frameId, origin, topOrigin: originIn(tab.url) };
}

function originOf({ url, origin }: Sender): string | null {
  const named = originIn(url);
  return origin === undefined || origin === named ? named : null;
}

function originIn(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : null;
}

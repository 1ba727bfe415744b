import { pause } from '../../utils/guide/act/bench.ts';
import type { PageIndex } from '../../utils/guide/page/page-index.ts';
import { takeToken } from '../../utils/guide/read/token.ts';
import { tellBackground } from '../../utils/messaging/content-client.ts';

/**
 * Hands e-mail and token to the background, once, for a consent that it holds. They are read off the page twice, since a
 * page that is still drawing may show half of them, and are kept nowhere here (nmbrs-ui.md §5.3, §7.5).
 */
export async function captureToken(look: () => PageIndex, consent: string): Promise<boolean> {
  const first = takeToken(look());
  await pause(300);
  const again = takeToken(look());
  if (!first || first.token !== again?.token || first.email !== again.email) return false;
  return (await tellBackground('token.offer', { consent, ...again })).ok;
}

import { type Guidance, guidance } from './guidance.ts';
import { quote } from './quote.ts';
import type { Situation } from './situation.ts';
import { toProfile } from './user-type-step.ts';

/** User profile → API token → activated by the admin → taken over with consent (nmbrs-ui.md §0.4, §2 K1–K5). */
export function tokenStep({ reading }: Situation): Guidance {
  const { ways, index, state, token } = reading;
  const tab = quote(ways.tokenTab, 'tokenTab', index);
  switch (state) {
    case 'tokenVisible':
      return guidance('token', 'handOver', {
        target: token.element ? { element: token.element, confidence: 1, words: '' } : null,
        params: { reset: token.resetWords ?? quote(null, 'resetToken', index) },
        actions: ['handOver'],
      });
    case 'tokenInactive':
      return guidance('token', 'activate', {
        target: ways.activate,
        params: { label: quote(ways.activate, 'activateApi', index) },
      });
    case 'tokenHidden':
      return guidance('token', 'tokenHidden', { target: ways.tokenTab, params: { label: tab }, actions: ['press'] });
    case 'profileNoTokenTab':
      return guidance('token', 'noTokenTab', { params: { label: tab } });
    case 'profile':
      return guidance('token', 'openTokenTab', { target: ways.tokenTab, params: { label: tab }, actions: ['press'] });
    default:
      return toProfile('token', reading);
  }
}

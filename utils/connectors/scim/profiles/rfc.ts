import type { TargetProfile } from '../profile.ts';
import { javeloProfile } from './javelo.ts';

/** A server that keeps strictly to RFC 7643 and RFC 7644. What core and enterprise schema lack travels in Javelo's extension. */
export const rfcProfile: TargetProfile = {
  ...javeloProfile,
  name: 'rfc',
  // RFC 7644 §3.1.
  accept: 'application/scim+json',
  paging: { parameter: 'startIndex', alternative: 'start_index', pageSize: 100, totalsTrusted: true },
  filter: { quoting: 'quoted', proven: true, attributes: ['externalId', 'userName', 'employeeNumber'] },
  create: { schemas: 'all', emails: true },
  // RFC 7644 §3.5.2: operations in lower case, `remove` unassigns, and a replace whose filter finds nothing is refused.
  patch: { replace: 'replace', add: 'add', remove: 'remove', clear: 'remove', item: 'remove-add' },
  etag: true,
  budget: null,
};

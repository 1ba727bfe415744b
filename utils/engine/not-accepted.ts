import type { AttributeChanges } from '../core/account.ts';
import type { Run, RunWork } from '../core/run/run.ts';
import { findNotAccepted } from './memory-keys.ts';
import type { Session } from './session.ts';

/** The values without those of attributes that this target has turned out not to take. */
export function withoutNotAccepted(session: Session, after: AttributeChanges): AttributeChanges {
  const notAccepted = new Set<string>(findNotAccepted(session.work.attributes));
  if (notAccepted.size === 0) return after;
  return Object.fromEntries(Object.entries(after).filter(([attribute]) => !notAccepted.has(attribute)));
}

/** The run with the new tallies, and with one notice for every attribute that has just turned out to be taken no more, or again. */
export function noteNotAccepted(session: Session, attributes: RunWork['attributes']): Run {
  const known = new Set(findNotAccepted(session.work.attributes));
  const fresh = findNotAccepted(attributes).filter((attribute) => !known.has(attribute));
  const { onTrial, attributes: before } = session.work;
  const again = onTrial.filter((one) => (attributes[one]?.taken ?? 0) > 0 && (before[one]?.taken ?? 0) === 0);
  const notices = [
    ...fresh.map((attribute) => ({ code: 'attribute-not-accepted', params: { attribute } })),
    ...again.map((attribute) => ({ code: 'attribute-accepted-again', params: { attribute } })),
  ];
  return session.with({ notices: [...session.run.notices, ...notices] }, { attributes });
}

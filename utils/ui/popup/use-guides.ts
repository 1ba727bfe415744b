import { useEffect, useState } from 'preact/hooks';
import type { ResponseOf } from '../../messaging/contract.ts';
import { toursKey } from '../../messaging/tours-key.ts';
import { watchSession } from '../../platform/session-store.ts';
import { ask } from './ask.ts';

export type Guide = ResponseOf<'guide.list'>['tours'][number];

/**
 * The guides under way that still have something to do, one per tenant: the tabs of a tenant share theirs. Followed as they
 * go on; null until the background has answered. Empty also where it cannot be asked: the popup then has more to say.
 */
export function useGuides(): readonly Guide[] | null {
  const [guides, setGuides] = useState<readonly Guide[] | null>(null);
  useEffect(() => {
    const read = () =>
      ask('guide.list', null).then(
        ({ tours }) => setGuides([...new Map(tours.filter(isUnderWay).map((each) => [each.tenant, each])).values()]),
        () => setGuides([]),
      );
    void read();
    return watchSession(toursKey, () => void read());
  }, []);
  return guides;
}

function isUnderWay({ checklist }: Guide): boolean {
  return checklist.some(({ state }) => state !== 'done');
}

import { useEffect, useState } from 'preact/hooks';
import { toursKey } from '../../messaging/tours-key.ts';
import { watchSession } from '../../platform/session-store.ts';
import { askGuides, first, type Guide } from './first-answers.ts';

/**
 * The guides under way that still have something to do, one per tenant: the tabs of a tenant share theirs. Followed as they
 * go on; null until the background has answered. Empty also where it cannot be asked: the popup then has more to say.
 */
export function useGuides(): readonly Guide[] | null {
  const [guides, setGuides] = useState(first.guides);
  useEffect(() => {
    const read = () => void askGuides().then(setGuides);
    setGuides(first.guides);
    // One that is under way may have gone on since it was asked about, before anybody listened.
    if (first.guides?.length !== 0) read();
    return watchSession(toursKey, read);
  }, []);
  return guides;
}

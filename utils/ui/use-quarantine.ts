import { useCallback, useEffect, useState } from 'preact/hooks';
import { background } from '../messaging/background-client.ts';
import type { Health } from '../messaging/schemas/health.ts';
import { firstAnswer } from './first-answers.ts';
import { useAction } from './use-action.ts';

// While it is shown it may be mended elsewhere: on the connection page, in another tab, by a test of the schedule.
const lookAgainMs = 15_000;

/** Whether the connection is in quarantine, looked at again when `moment` changes; and a test of it. */
export function useQuarantine(moment: string) {
  const [quarantine, setQuarantine] = useState<Health['quarantine']>(firstAnswer('health.get')?.quarantine ?? null);
  const look = useCallback(async () => setQuarantine((await background('health.get', null)).quarantine), []);
  const lookQuietly = useCallback(() => {
    // What cannot be read says nothing about the connection; the page itself says that it cannot be read.
    look().catch(() => {});
  }, [look]);
  useEffect(lookQuietly, [moment]);
  const shown = quarantine !== null;
  useEffect(() => {
    if (!shown) return;
    const timer = setInterval(lookQuietly, lookAgainMs);
    return () => clearInterval(timer);
  }, [shown]);
  const test = useAction(async () => {
    const result = await background('quarantine.test', null);
    await look();
    return result;
  });
  return { quarantine, test };
}

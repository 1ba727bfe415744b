import { useCallback, useEffect, useState } from 'preact/hooks';
import { askToReach, mayReach, onHostsChanged, originPattern } from '../platform/permissions.ts';

/** Whether the host of an address may be reached (null = not known yet), and a way to ask for it from a click. */
export function useHost(url: string | null) {
  const [granted, setGranted] = useState<boolean | null>(null);
  const origin = url === null ? null : originPattern(url);

  useEffect(() => {
    if (origin === null) return setGranted(null);
    let current = true;
    const look = () => void mayReach([origin]).then((may) => current && setGranted(may));
    look();
    const stop = onHostsChanged(look);
    return () => {
      current = false;
      stop();
    };
  }, [origin]);

  /** To be called before anything is awaited in the click (Firefox). */
  const ask = useCallback(async (): Promise<void> => {
    if (origin !== null && granted !== true) setGranted(await askToReach([origin]));
  }, [origin, granted]);

  return { granted, ask, host: url !== null && URL.canParse(url) ? new URL(url).hostname : null };
}

import { useCallback, useEffect, useState } from 'preact/hooks';
import { background } from '../messaging/background-client.ts';
import type { ResponseOf } from '../messaging/contract.ts';

type Tours = ResponseOf<'guide.list'>['tours'];

const everyMs = 2_000;

/** The guides that are running in Nmbrs tabs, followed while the page is to be seen. */
export function useTours() {
  const [tours, setTours] = useState<Tours>([]);
  const reload = useCallback(() => {
    background('guide.list', null).then(
      (answer) => setTours(answer.tours),
      () => setTours([]),
    );
  }, []);
  useEffect(() => {
    reload();
    const timer = setInterval(() => document.hidden || reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload]);
  return { tours, reload };
}

import { background } from '../messaging/background-client.ts';
import { firstAnswer } from './first-answers.ts';
import { useAction } from './use-action.ts';
import { useLoaded } from './use-loaded.ts';

/** Whether the companion shows the demo, and ways in and out. After a switch every page begins anew. */
export function useDemo() {
  const { value, reload } = useLoaded('demo', () => background('demo.get', null));
  const start = useAction(async () => {
    await background('demo.start', null);
    location.reload();
  });
  const stop = useAction(async () => {
    await background('demo.stop', null);
    location.reload();
  });
  const week = useAction(async () => {
    await background('demo.letWeekPass', null);
    reload();
  });
  return { demo: value ?? firstAnswer('demo.get'), start, stop, week, busy: start.busy || stop.busy || week.busy };
}

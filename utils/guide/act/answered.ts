import { questionsOf } from '../page/windows.ts';
import { type Bench, pause, until } from './bench.ts';

const comesMs = 500;
const patienceMs = 120_000;

/**
 * Waits while the page asks something that it did not ask before, such as whether to save: the answer is the admin's.
 * `asks` is called when it does. Gives false where nobody answered.
 */
export async function answered(bench: Bench, before: readonly Element[], asks: () => void): Promise<boolean> {
  const isAsked = (): boolean => {
    const { index, rights } = bench.look();
    const list = rights.rows[0]?.element ?? rights.services?.control.element;
    // The window of the rights themselves may be drawn anew.
    return questionsOf(index).some((each) => !before.includes(each) && !(list && each.contains(list)));
  };
  await pause(comesMs);
  if (!isAsked()) return true;
  asks();
  return (await until(bench, () => (isAsked() ? null : true), patienceMs)) === true;
}

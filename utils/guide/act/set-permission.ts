import type { Permission } from '../../core/permissions/permission.ts';
import { findMethod } from '../read/method-name.ts';
import type { RightRow } from '../read/rights.ts';
import type { SwitchState } from '../read/switch-state.ts';
import { type Bench, pause, until } from './bench.ts';
import { press } from './press.ts';

export type SetOutcome =
  /** It was pressed, and the page shows the new state. */
  | 'done'
  | 'already'
  /** It was pressed, and nothing changed. */
  | 'refused'
  /** The page does not list it, or twice. */
  | 'notThere'
  /** The page does not show whether it is on, or offers nothing to press. */
  | 'unclear'
  /** Something else changed with it: the work ends at once. */
  | 'otherChanged'
  /** The list of rights is gone. */
  | 'lost';

const patienceMs = 6_000;
const comesMs = 600;
const mostPresses = 4;

/**
 * Switches one permission of the service that is shown, where its row is in sight. The row is looked for again right before
 * the press, pressed once, and read again afterwards together with all its neighbours. `touched` were pressed before: a page may take those back
 * late, when its server refuses.
 */
export async function setPermission(
  bench: Bench,
  permission: Permission,
  target: 'on' | 'off',
  touched: readonly Permission[] = [],
): Promise<SetOutcome> {
  // The list may just be drawn anew.
  await until(bench, ({ rights }) => findMethod(permission, rights.rows), comesMs);
  for (let attempt = 0; attempt < mostPresses; attempt += 1) {
    if (bench.stopped()) return 'lost';
    const rows = bench.look().rights.rows;
    const row = findMethod(permission, rows);
    if (row === null) return bench.look().state === 'apiRights' ? 'notThere' : 'lost';
    if (row.state === target) return attempt === 0 ? 'already' : afterwards(rows, bench, [...touched, permission]);
    if (row.state === 'unknown' || row.control === null) return 'unclear';
    if (!press(row.control)) {
      // The page drew it anew under the pointer: what was meant was not pressed, unless the state says so shortly.
      await pause(300);
      continue;
    }
    const reached = await until(
      bench,
      ({ state, rights }) =>
        state !== 'apiRights' ? 'lost' : findMethod(permission, rights.rows)?.state === target ? 'done' : null,
      patienceMs,
    );
    if (reached === 'lost') return 'lost';
    return reached === null ? 'refused' : afterwards(rows, bench, [...touched, permission]);
  }
  return 'refused';
}

/** Whether any other permission that was to be seen before has another state now. */
function afterwards(before: readonly RightRow[], bench: Bench, pressed: readonly Permission[]): SetOutcome {
  const states = new Map<string, SwitchState>(
    bench.look().rights.rows.map((row) => [`${row.service}.${row.method}`, row.state]),
  );
  const changed = before.some((row) => {
    const now = states.get(`${row.service}.${row.method}`);
    return (
      now !== undefined &&
      now !== 'unknown' &&
      row.state !== 'unknown' &&
      now !== row.state &&
      !pressed.some((permission) => findMethod(permission, [row]) !== null)
    );
  });
  return changed ? 'otherChanged' : 'done';
}

import { type Permission, permissionServices } from '../../utils/core/permissions/permission.ts';
import type { ServiceRights } from '../../utils/core/tour/tour.ts';
import type { Bench } from '../../utils/guide/act/bench.ts';
import { chooseService } from '../../utils/guide/act/choose-service.ts';
import { readServices } from '../../utils/guide/act/read-services.ts';
import { type SetReport, type SetResult, setPermissions } from '../../utils/guide/act/set-permissions.ts';
import { sure } from '../../utils/guide/locate/located.ts';
import { chooseRow } from '../../utils/guide/tour/choose-row.ts';
import { summarise } from '../../utils/guide/tour/summarise.ts';
import type { Observed, TourView } from '../../utils/messaging/schemas/guide.ts';

/** What page work needs from the session around it. */
export interface WorkPlace {
  readonly bench: Bench;
  view(): TourView;
  /** Tells the background what became true. */
  tell(news: Observed): Promise<void>;
  progress(done: number, total: number): void;
  /** The page asks something that only the admin can answer. */
  asks(): void;
}

/**
 * Reads all services that something is wanted of, by choosing each; `anew` turns away from the one that is shown first, so
 * that the page asks its server for it again. Gives whether all could be shown.
 */
export async function readAll({ bench, view, tell, progress }: WorkPlace, anew = false): Promise<boolean> {
  const { wanted } = view();
  const services = permissionServices.filter((service) => wanted.some((permission) => permission.service === service));
  const current = bench.look().rights.services?.current;
  const side = anew ? -1 : 1;
  const order = [...services].sort((one, other) => side * (Number(other === current) - Number(one === current)));
  const other = permissionServices.find((service) => service !== current);
  if (anew && order[0] === current && other) await chooseService(bench, other);
  const found: Partial<Record<(typeof permissionServices)[number], ServiceRights>> = {};
  const failed = await readServices(bench, order, (service, rows) => {
    found[service] = summarise(service, rows, wanted);
    progress(Object.keys(found).length, order.length);
  });
  if (Object.keys(found).length > 0) await tell({ services: { ...view().tour.services, ...found } });
  return failed === null;
}

/** Switches permissions on or back off, reads everything again, and remembers each one that was switched. */
export async function switchAll(
  place: WorkPlace,
  permissions: readonly Permission[],
  target: 'on' | 'off',
): Promise<SetReport> {
  const before = place.view().tour.switchedOn;
  let done = 0;
  const report = await setPermissions(place.bench, {
    permissions,
    target,
    cog: (reading) => {
      const choice = chooseRow(reading.templates.rows, place.view().tour);
      const cog = choice.kind === 'one' ? choice.row.cog : null;
      return cog && cog.confidence >= sure && reading.state === 'templateList' ? cog.element : null;
    },
    asks: place.asks,
    progress: ({ permission, outcome }) => {
      done += 1;
      place.progress(done, permissions.length);
      if (isDone(outcome)) void place.tell({ switchedOn: remember(place.view().tour.switchedOn, permission, target) });
    },
  });
  const readAnew = report.ended === null && !report.saveYourself && (await readAfter(place, permissions, report));
  const results = readAnew
    ? report.results.map((result) => (isKept(place.view(), result, target) ? result : refused(result)))
    : report.results;
  const switchedOn = results
    .filter(({ outcome }) => isDone(outcome))
    .reduce((list, { permission }) => remember(list, permission, target), before);
  await place.tell({ switchedOn, focus: null });
  return { ...report, results };
}

/** Reads what the page holds now; what was read after saving needs no second look. */
async function readAfter(place: WorkPlace, permissions: readonly Permission[], { read }: SetReport): Promise<boolean> {
  if (!permissions.every(({ service }) => read.has(service))) return readAll(place, true);
  const { wanted, tour } = place.view();
  const found = [...read].map(([service, rows]) => [service, summarise(service, rows, wanted)]);
  await place.tell({ services: { ...tour.services, ...Object.fromEntries(found) } });
  return true;
}

function isDone(outcome: SetResult['outcome']): boolean {
  return outcome === 'done' || outcome === 'otherChanged';
}

/** A page may show what was pressed at once, and take it back when its server refuses. */
function isKept({ tour }: TourView, { permission, outcome }: SetResult, target: 'on' | 'off'): boolean {
  const rights = tour.services[permission.service];
  const not = target === 'on' ? rights?.missing : rights?.on;
  return outcome !== 'done' || !not?.includes(permission.method);
}

function refused({ permission }: SetResult): SetResult {
  return { permission, outcome: 'refused' };
}

function remember(
  switchedOn: readonly Permission[],
  { service, method }: Permission,
  target: 'on' | 'off',
): readonly Permission[] {
  const others = switchedOn.filter((each) => each.service !== service || each.method !== method);
  return target === 'on' ? [...others, { service, method }] : others;
}

import { type Permission, permissionServices } from '../../utils/core/permissions/permission.ts';
import type { ServiceRights, Tour } from '../../utils/core/tour/tour.ts';
import type { Bench } from '../../utils/guide/act/bench.ts';
import { readServices } from '../../utils/guide/act/read-services.ts';
import { type SetReport, setPermissions } from '../../utils/guide/act/set-permissions.ts';
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
}

/** Reads all three services by choosing each. Gives whether all could be shown. */
export async function readAll({ bench, view, tell, progress }: WorkPlace): Promise<boolean> {
  const { wanted } = view();
  const services = permissionServices.filter((service) => wanted.some((permission) => permission.service === service));
  const current = bench.look().rights.services?.current;
  const order = [...services].sort((one, other) => Number(other === current) - Number(one === current));
  const found: Partial<Record<(typeof permissionServices)[number], ServiceRights>> = {};
  const failed = await readServices(bench, order, (service, rows) => {
    found[service] = summarise(service, rows, wanted);
    progress(Object.keys(found).length, order.length);
  });
  if (Object.keys(found).length > 0) await tell({ services: { ...view().tour.services, ...found } });
  return failed === null;
}

/** Switches permissions on or back off, remembers each one that was, and reads everything again. */
export async function switchAll(
  place: WorkPlace,
  permissions: readonly Permission[],
  target: 'on' | 'off',
): Promise<SetReport> {
  let done = 0;
  const report = await setPermissions(place.bench, {
    permissions,
    target,
    cog: (reading) => {
      const choice = chooseRow(reading.templates.rows, place.view().tour);
      const cog = choice.kind === 'one' ? choice.row.cog : null;
      return cog && cog.confidence >= sure && reading.state === 'templateList' ? cog.element : null;
    },
    progress: ({ permission, outcome }) => {
      done += 1;
      place.progress(done, permissions.length);
      if (outcome === 'done' || outcome === 'otherChanged')
        void place.tell({ switchedOn: remember(place.view().tour, permission, target) });
    },
  });
  const kept = report.results
    .filter(({ outcome }) => outcome === 'done' || outcome === 'otherChanged')
    .map(({ permission }) => permission);
  await place.tell({
    switchedOn: kept.reduce(
      (list, permission) => remember({ switchedOn: list }, permission, target),
      place.view().tour.switchedOn,
    ),
    focus: null,
  });
  if (report.ended === null) await readAll(place);
  return report;
}

function remember(
  { switchedOn }: Pick<Tour, 'switchedOn'>,
  { service, method }: Permission,
  target: 'on' | 'off',
): readonly Permission[] {
  const others = switchedOn.filter((each) => each.service !== service || each.method !== method);
  return target === 'on' ? [...others, { service, method }] : others;
}

import type { PermissionService } from '../../core/permissions/permission.ts';
import { rowOf } from '../locate/columns.ts';
import type { PageIndex } from '../page/page-index.ts';
import { isVisible } from '../page/visible.ts';
import { fitsService, type MethodCatalogue } from './catalogue.ts';
import { readServices, type ServicesReading, serviceNamed } from './services.ts';
import { readSwitch, type SwitchState } from './switch-state.ts';

/** One permission as the page shows it. */
export interface RightRow {
  readonly service: PermissionService;
  readonly method: string;
  readonly state: SwitchState;
  readonly element: Element;
  /** What switches it; null where the page offers nothing. */
  readonly control: Element | null;
}

export interface RightsReading {
  readonly score: number;
  readonly services: ServicesReading | null;
  readonly rows: readonly RightRow[];
  /** Methods that stand on the page, whether their row could be read or not. */
  readonly listed: number;
}

const hints =
  'input[type=checkbox],input[type=radio],select,[role=switch],[role=checkbox],[aria-checked],[aria-pressed],a,button,img,i,svg,[onclick]';

/** The rights of a template: which service is shown, and every method with its state (nmbrs-ui.md §5.2, §5.3). */
export function readRights(index: PageIndex, catalogue: MethodCatalogue): RightsReading {
  const methods = index.methods.filter(({ element }) => isVisible(element));
  const services = believe(readServices(index), methods, catalogue);
  const score =
    (services ? (isFolded(services) ? 0.65 : 0.5) : 0) +
    (methods.length >= 5 ? 0.4 : methods.length * 0.08) +
    (index.labelled('webservices').length > 0 ? 0.1 : 0);
  const rowByElement = new Map<Element, (typeof methods)[number] | null>();
  const names = [...new Set(methods.map(({ element }) => element))];
  const places = new Map(names.map((element, at) => [element, at]));
  for (const entry of methods) {
    const at = places.get(entry.element) ?? 0;
    const row = smallestRow(entry.element, [names[at - 1], names[at + 1]]);
    if (row) rowByElement.set(row, rowByElement.has(row) ? null : entry);
  }
  const rows: RightRow[] = [];
  for (const [row, entry] of rowByElement) {
    // Two methods in one row: nobody can say whose switch it is.
    if (!entry) continue;
    const service = serviceInRow(row, entry.element) ?? services?.current ?? null;
    if (service === null) continue;
    rows.push({ service, method: entry.method, element: row, ...readSwitch(row, entry.element) });
  }
  return { score: Math.min(1, score), services, rows: withoutTwins(rows), listed: methods.length };
}

/** All services by name, and none of them is unfolded yet: there are no methods to be seen before one is. */
function isFolded({ control, current }: ServicesReading): boolean {
  return control.kind === 'tabs' && control.tabs.size === 3 && current === null;
}

/** Where the methods are still those of another service, no service is shown yet. */
function believe(
  services: ServicesReading | null,
  methods: readonly { readonly method: string }[],
  catalogue: MethodCatalogue,
): ServicesReading | null {
  if (!services?.current) return services;
  const names = methods.map(({ method }) => method);
  return fitsService(catalogue, services.current, names) ? services : { ...services, current: null };
}

/**
 * The row of a table, grid or list, where the method is the only one in it; else the smallest element around the name
 * with something to switch beside it, and no other method (nmbrs-ui.md §5.3). Layout tables have a row around the list.
 * Names come in document order, so that whatever holds another one holds one of the `neighbours`.
 */
function smallestRow(name: Element, neighbours: readonly (Element | undefined)[]): Element | null {
  const alone = (row: Element) => !neighbours.some((each) => each && row.contains(each));
  const row = rowOf(name);
  if (row && alone(row)) return row;
  let at = name.parentElement;
  for (let steps = 0; at !== null && steps < 5 && alone(at); at = at.parentElement, steps += 1) {
    const beside = [...at.querySelectorAll(hints)].some((hint) => !hint.contains(name) && !name.contains(hint));
    if (beside) return at;
  }
  return row ?? name.parentElement;
}

/** Some lists name the service in every row (nmbrs-ui.md §2 A3). */
function serviceInRow(row: Element, name: Element): PermissionService | null {
  for (let cell = row.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
    if (cell.contains(name)) continue;
    const service = serviceNamed(cell.textContent ?? '');
    if (service) return service;
  }
  return null;
}

/** The same method twice: neither is touched, since nobody can say which is meant. */
function withoutTwins(rows: readonly RightRow[]): readonly RightRow[] {
  const times = new Map<string, number>();
  for (const { service, method } of rows)
    times.set(`${service}.${method}`, (times.get(`${service}.${method}`) ?? 0) + 1);
  return rows.map((row) =>
    times.get(`${row.service}.${row.method}`) === 1 ? row : { ...row, state: 'unknown' as const, control: null },
  );
}

import type { PermissionService } from '../../core/permissions/permission.ts';
import { meaningsOf } from '../labels/label.ts';
import { clickableOf, isChosen } from '../locate/clickable.ts';
import type { LabelEntry, PageIndex } from '../page/page-index.ts';
import { normalise, readText } from '../page/text.ts';
import { isVisible } from '../page/visible.ts';

/** What chooses the web service whose methods are shown. */
export type ServiceControl =
  | { readonly kind: 'select'; readonly element: HTMLSelectElement }
  | {
      readonly kind: 'tabs';
      readonly element: Element;
      readonly tabs: ReadonlyMap<PermissionService, Element>;
      /** Those that fold, and are unfolded now: several may be at a time. */
      readonly unfolded: readonly Element[];
    }
  | { readonly kind: 'menu'; readonly element: Element };

export interface ServicesReading {
  readonly control: ServiceControl;
  readonly current: PermissionService | null;
  /** Choices of a list that hangs open elsewhere in the page. */
  readonly choices: ReadonlyMap<PermissionService, Element>;
}

const labels = [
  ['debtorServices', 'DebtorService'],
  ['companyServices', 'CompanyService'],
  ['employeeServices', 'EmployeeService'],
] as const;

/** The service a text names. */
export function serviceNamed(text: string): PermissionService | null {
  const meanings = meaningsOf(normalise(text));
  return labels.find(([label]) => meanings.some((meaning) => meaning.label === label))?.[1] ?? null;
}

/** Finds what chooses the service: a list of the browser's own, tabs, or something that opens a menu (nmbrs-ui.md §5.3). */
export function readServices(index: PageIndex): ServicesReading | null {
  return readSelect(index) ?? readWritten(index);
}

function readSelect(index: PageIndex): ServicesReading | null {
  for (const element of index.query('select')) {
    const select = element as HTMLSelectElement;
    const named = [...select.options].map((option) => serviceNamed(option.textContent ?? ''));
    if (new Set(named.filter((service) => service !== null)).size < 2 || !isVisible(select)) continue;
    const current = select.selectedOptions[0];
    return {
      control: { kind: 'select', element: select },
      current: current ? serviceNamed(current.textContent ?? '') : null,
      choices: new Map(),
    };
  }
  return null;
}

function readWritten(index: PageIndex): ServicesReading | null {
  const written = labels.flatMap(([label, service]) => index.labelled(label).map((entry) => ({ ...entry, service })));
  const fields = index
    .query('input:not([type=hidden]),[role=combobox],[aria-haspopup]')
    .filter(isVisible)
    .flatMap((element) => {
      const said =
        'value' in element && typeof element.value === 'string' && element.value !== ''
          ? element.value
          : readText(element);
      const service = serviceNamed(said);
      return service === null ? [] : [{ element, service }];
    });
  const field = fields[0];
  if (field && fields.length === 1) {
    const control: ServiceControl = { kind: 'menu', element: field.element };
    return {
      control,
      current: field.service,
      choices: choicesOf(
        written.filter(({ element }) => !field.element.contains(element) && !element.contains(field.element)),
      ),
    };
  }
  const tabs = tabsOf(written);
  if (tabs.size >= 2) {
    const chosen = [...tabs].filter(([, element]) => isShown(element));
    const first = [...tabs.values()][0] as Element;
    return {
      control: {
        kind: 'tabs',
        element: first,
        tabs,
        unfolded: chosen.map(([, element]) => element).filter((element) => element.closest('summary,[aria-expanded]')),
      },
      current: chosen.length === 1 ? (chosen[0]?.[0] ?? null) : null,
      choices: new Map(),
    };
  }
  const lone = written[0];
  if (!lone || index.labelled('webservices').length === 0) return null;
  return {
    control: { kind: 'menu', element: clickableOf(lone.element) },
    current: lone.service,
    choices: choicesOf(written.slice(1)),
  };
}

type Written = LabelEntry & { readonly service: PermissionService };

function choicesOf(written: readonly Written[]): ReadonlyMap<PermissionService, Element> {
  return new Map(
    written.filter(({ element }) => isVisible(element)).map(({ service, element }) => [service, clickableOf(element)]),
  );
}

/** Two or three names side by side that are made for clicking, and none of them is an item of an open list. */
function tabsOf(written: readonly Written[]): ReadonlyMap<PermissionService, Element> {
  const tabs = written.filter(({ element }) => !element.closest('[role=listbox],[role=option],option'));
  return new Map(
    tabs
      .filter(
        ({ element }) =>
          element.closest('[role=tab],a,button,summary,[onclick],li') !== null || radioOf(element) !== null,
      )
      .map(({ service, element }) => [service, radioOf(element)?.closest('label') ?? clickableOf(element)]),
  );
}

/** The radio button that a text is the label of. */
function radioOf(element: Element): HTMLInputElement | null {
  const label = element.closest('label');
  const field = label?.htmlFor
    ? (element.getRootNode() as Document | ShadowRoot).getElementById(label.htmlFor)
    : (label?.querySelector('input') ?? null);
  return field?.matches('input[type=radio]') ? (field as HTMLInputElement) : null;
}

/** Whether a tab, a radio button or a part that folds shows its service now. */
function isShown(element: Element): boolean {
  const part = element.closest('details');
  return (
    radioOf(element)?.checked ??
    isChosen(element) ??
    (part && element.closest('summary') ? part.open : element.getAttribute('aria-expanded') === 'true')
  );
}

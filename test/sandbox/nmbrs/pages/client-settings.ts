import { rightServices } from '../catalogue.ts';
import type { ClientSettings } from './client/settings.ts';
import type { PageSwitches } from './switches.ts';
import type { View } from './views/view.ts';

/** What Nmbrs calls its services in the list; the same in every language (nmbrs-ui.md §2 A2). */
const serviceNames = {
  EmployeeService: 'Employee Services',
  CompanyService: 'Company Services',
  DebtorService: 'Debtor Services',
} as const;

const usualToggle: Readonly<Record<PageSwitches['variant'], ClientSettings['toggle']>> = {
  A: 'checkbox',
  B: 'image',
  C: 'switch',
  D: 'image',
  E: 'checkbox',
  F: 'ext',
};

/** What the pages' own script is told. */
export const clientSettings = ({ switches, texts }: View): ClientSettings => ({
  variant: switches.variant,
  toggle: switches.toggle === 'usual' ? usualToggle[switches.variant] : switches.toggle,
  save: switches.save,
  rows: switches.rows,
  shadow: switches.shadow,
  halfMs: switches.halfMs,
  rerenderMs: switches.rerenderMs,
  lostPresses: switches.lostPresses,
  zoom: switches.zoom,
  invisible: switches.invisible,
  tip: switches.walkme ? texts('tip') : null,
  news: switches.modal ? { title: texts('whatIsNew'), text: texts('newsText'), close: texts('close') } : null,
  services: rightServices.map((service) => ({ service, label: serviceNames[service] })),
  texts: {
    method: texts('method'),
    active: texts('active'),
    inactive: texts('inactive'),
    saved: texts('saved'),
    refused: texts('refused'),
  },
});

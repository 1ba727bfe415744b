import { isRightService, methodsOf, type RightService } from '../catalogue.ts';
import type { Events } from './events.ts';
import type { PageSwitches } from './switches.ts';
import type { Template } from './templates.ts';

export interface RightRow {
  readonly method: string;
  readonly on: boolean;
}

/** The rights of a template in one service, in the order in which the page lists them. */
export const listRights = (
  { rights }: Template,
  service: RightService,
  order: PageSwitches['order'],
): readonly RightRow[] => {
  const methods = methodsOf[service];
  const ordered = order === 'wsdl' ? methods : [...methods].sort((left, right) => left.localeCompare(right));
  return ordered.map((method) => ({ method, on: rights.get(`${service}.${method}`) !== false }));
};

/**
 * Switches rights of a template; they apply at once to all its users (nmbrs-ui.md §0.3). Every change is an event with
 * the old and the new value; what the page refuses is one too. Gives the methods that were refused.
 */
export const switchRights = (
  template: Template,
  service: string,
  changes: Readonly<Record<string, unknown>>,
  refuse: readonly string[],
  events: Events,
): readonly string[] => {
  if (!isRightService(service)) throw new Error(`there is no ${service}`);
  const refused: string[] = [];
  for (const [method, wanted] of Object.entries(changes)) {
    if (!methodsOf[service].includes(method)) throw new Error(`there is no ${service}.${method}`);
    const right = `${service}.${method}`;
    const from = template.rights.get(right) !== false;
    const to = wanted === true;
    if (from === to) continue;
    const isRefused = refuse.includes(right);
    events.add({
      kind: 'switch',
      templateId: template.id,
      template: template.name,
      service,
      method,
      from,
      to,
      refused: isRefused,
    });
    if (isRefused) refused.push(method);
    else template.rights.set(right, to);
  }
  return refused;
};

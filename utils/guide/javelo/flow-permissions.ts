import type { PermissionService } from '../../core/permissions/permission.ts';
import { normalise } from '../page/text.ts';
import { isVisible } from '../page/visible.ts';

/** A method that the flow asks for, with its service where the page says which. */
export interface ListedMethod {
  readonly service: PermissionService | null;
  readonly method: string;
}

/** nmbrs-ui.md §5.3: how methods of the web service are written. */
const methodName = /(?<![\w.])[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w])/g;

const services: readonly (readonly [RegExp, PermissionService])[] = [
  [/^employee ?services?$/, 'EmployeeService'],
  [/^company ?services?$/, 'CompanyService'],
  [/^debtor ?services?$/, 'DebtorService'],
];

/** The list in reading order, each once: a heading, a cell or a prefix before a method tells its service. */
export function readMethods(page: Document): readonly ListedMethod[] {
  const found = new Map<string, ListedMethod>();
  let service: PermissionService | null = null;
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement, nodeValue } = node;
    const text = nodeValue?.trim() ?? '';
    if (text === '' || !parentElement || !isVisible(parentElement)) continue;
    for (const piece of text.split(/[:,;]\s*|\s+[–-]\s+/)) {
      service = serviceOf(piece) ?? service;
      for (const [method] of piece.matchAll(methodName)) found.set(`${service}.${method}`, { service, method });
    }
  }
  return [...found.values()];
}

function serviceOf(text: string): PermissionService | null {
  const name = normalise(text);
  return services.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Whether a method's name says that it changes something (nmbrs-ui.md §4.2: reading ones contain `_Get`). */
export function mayWrite(method: string): boolean {
  return (
    !method.includes('_Get') &&
    /_(Insert|Update|Delete|Set|Clear|Stop|Upload|Remove|Transition|PartialRecovery)/.test(method)
  );
}

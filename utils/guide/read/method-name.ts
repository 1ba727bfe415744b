import type { Permission, PermissionService } from '../../core/permissions/permission.ts';

/** A method's name as names are compared: without case and underscores (nmbrs-ui.md §4.1). */
export function methodKey(method: string): string {
  return method.replaceAll('_', '').toLowerCase();
}

const shortestForTypos = 12;

/** What a method does, and its version: `DaysFixed_Get` and `DaysFixed_Set` are one letter apart. */
const essence = /get|set|insert|update|delete|stop|clear|upload|remove|\d/g;

/** Whether two method names mean the same: equal, or one letter apart where the name is long enough and the slip changes neither verb nor version. */
export function sameMethod(one: string, other: string): 'same' | 'typo' | 'different' {
  const [left, right] = [methodKey(one), methodKey(other)];
  if (left === right) return 'same';
  const said = (name: string) => (name.match(essence) ?? []).join();
  if (Math.min(left.length, right.length) < shortestForTypos || said(left) !== said(right)) return 'different';
  return oneEditApart(left, right) ? 'typo' : 'different';
}

/** Whether one insertion, deletion or replacement makes the one into the other. */
function oneEditApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? at + 1 : at;
  return short.slice(rest) === long.slice(at + 1);
}

interface Named {
  readonly service: PermissionService;
  readonly method: string;
}

/** The name in a list that a permission is meant by; null where none is, or where two could be. */
export function findMethod<T extends Named>(permission: Permission, list: readonly T[]): T | null {
  return methodsIn(list)(permission);
}

/** `findMethod` for many permissions and one list, whose names are brought into their form once. */
export function methodsIn<T extends Named>(list: readonly T[]): (permission: Permission) => T | null {
  const byKey = new Map<string, T[]>();
  for (const each of list) {
    const key = `${each.service}.${methodKey(each.method)}`;
    const known = byKey.get(key);
    if (known) known.push(each);
    else byKey.set(key, [each]);
  }
  return ({ service, method }) => {
    const found =
      byKey.get(`${service}.${methodKey(method)}`) ??
      list.filter((each) => each.service === service && sameMethod(each.method, method) === 'typo');
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}

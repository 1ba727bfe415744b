import type { Permission, PermissionService } from '../../core/permissions/permission.ts';

/** A method's name as names are compared: without case and underscores (nmbrs-ui.md §4.1). */
export function methodKey(method: string): string {
  return method.replaceAll('_', '').toLowerCase();
}

const shortestForTypos = 12;

/** Whether two method names mean the same: equal, or one letter apart where the name is long enough. Digits are never a slip: _v2 is another method. */
export function sameMethod(one: string, other: string): 'same' | 'typo' | 'different' {
  const [left, right] = [methodKey(one), methodKey(other)];
  if (left === right) return 'same';
  const digits = (name: string) => name.replace(/\D/g, '');
  if (Math.min(left.length, right.length) < shortestForTypos || digits(left) !== digits(right)) return 'different';
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

/** The name in a list that a permission is meant by; null where none is, or where two could be. */
export function findMethod<T extends { readonly service: PermissionService; readonly method: string }>(
  permission: Permission,
  list: readonly T[],
): T | null {
  const ofService = list.filter(({ service }) => service === permission.service);
  const same = ofService.filter(({ method }) => sameMethod(method, permission.method) === 'same');
  const found =
    same.length > 0 ? same : ofService.filter(({ method }) => sameMethod(method, permission.method) === 'typo');
  return found.length === 1 ? (found[0] ?? null) : null;
}

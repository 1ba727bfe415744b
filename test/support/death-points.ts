import type { FaultRule } from './sandbox-control.ts';

/** So long a request is held: time to die in. */
const heldMs = 800;

export interface DeathPoint {
  readonly name: string;
  readonly rule: FaultRule;
  /**
   * A browser repeats by itself what it sent on a connection that broke, in one and the same try: then an account may be there that
   * nothing tells from one of before, and it is found and not made.
   */
  readonly breaksConnection?: true;
}

/** Where a run is when it dies: around every moment at which something is written ahead or settled. */
export const deathPoints: readonly DeathPoint[] = [
  { name: 'while Nmbrs is read', rule: slow('nmbrs', { operation: 'List_GetByCompany' }, 2) },
  { name: 'while Javelo is listed', rule: slow('javelo', { method: 'GET', path: '/Users' }, 0) },
  { name: 'with a write ahead whose request arrives after the death', rule: slow('javelo', { method: 'POST' }, 3) },
  { name: 'with a write ahead whose request never arrived', rule: lost('reset-before', 3), breaksConnection: true },
  {
    name: 'with a write ahead that was done, and its answer lost',
    rule: lost('reset-after', 3),
    breaksConnection: true,
  },
  { name: 'with a write ahead that was refused for being too fast', rule: tooFast() },
];

function slow(system: FaultRule['system'], match: NonNullable<FaultRule['match']>, after: number): FaultRule {
  return { system, match, after, times: 1, fault: { kind: 'delay', ms: heldMs } };
}

function lost(kind: string, after: number): FaultRule {
  return { system: 'javelo', match: { method: 'POST' }, after, times: 1, fault: { kind } };
}

function tooFast(): FaultRule {
  const fault = { kind: 'status', status: 429, headers: { 'Retry-After': '1' } };
  return { system: 'javelo', match: { method: 'POST' }, after: 3, times: 1, fault };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxReply } from '../http.ts';
import { codeFault } from './fault.ts';

/** What Nmbrs may do at a bad moment; each switch by its key in `POST /control/profile` (nmbrs-api.md §8.5, §3.3). */
export interface Behaviour {
  /** Calls in one second before each further one waits. */
  callsPerSecond: number;
  /** The wait that a call too many costs, in ms. */
  throttleDelayMs: number;
  /** Every bulk answer takes this long, in ms. */
  bulkDelayMs: number;
  /** All SOAP answers are a web page with this status; 0 is off. */
  maintenanceStatus: number;
  /** So many calls still to be refused with 1006. */
  loginFailures: number;
  /** So many answers `Enqueued`/`Executing` before a report is there. */
  reportPolls: number;
  /** `EmployeeService.List_GetByCompany` → at most so many items. */
  limitItems: Record<string, number>;
}

export const usualBehaviour = (): Behaviour => ({
  callsPerSecond: 150,
  throttleDelayMs: 500,
  bulkDelayMs: 0,
  maintenanceStatus: 0,
  loginFailures: 0,
  reportPolls: 2,
  limitItems: {},
});

export const maintenancePage = (status: number): SandboxReply => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Nmbrs</title></head><body><h1>We zijn zo terug</h1><p>Nmbrs is under maintenance.</p></body></html>',
});

/** Holds back what comes too fast: throttling is a delay here, never an error (nmbrs-api.md §3.3). */
export const createThrottle = (behaviour: Behaviour, now: () => number) => {
  let second = 0;
  let calls = 0;
  return async (): Promise<void> => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      second = current;
      calls = 0;
    }
    calls += 1;
    if (calls > behaviour.callsPerSecond) await sleep(behaviour.throttleDelayMs);
  };
};

export const refuseLogin = (behaviour: Behaviour): void => {
  if (behaviour.loginFailures <= 0) return;
  behaviour.loginFailures -= 1;
  throw codeFault(1006);
};

import { needsAttention } from '../../utils/core/log/attention.ts';
import type { Outcome } from '../../utils/core/log/log-entry.ts';
import type { PersonStatus } from '../../utils/core/person.ts';
import type { ReasonCode } from '../../utils/core/plan/change.ts';

/** How a person stands, most urgent first. */
export const personStates = ['needs-you', 'waiting', 'in-step', 'not-yet', 'future', 'out', 'left'] as const;
export type PersonState = (typeof personStates)[number];

interface Standing {
  readonly status: PersonStatus;
  readonly linked: boolean;
  readonly last: { readonly outcome: Outcome; readonly reason: ReasonCode } | null;
}

/** Where a person stands now, from what the last run found. */
export function personState({ status, linked, last }: Standing): PersonState {
  if (last !== null && needsAttention(last)) return 'needs-you';
  if (last?.outcome === 'waiting') return 'waiting';
  if (status === 'left') return 'left';
  if (status === 'future') return 'future';
  if (status === 'other') return 'out';
  if (last?.outcome === 'skipped' && last.reason !== 'joined') return 'out';
  return linked ? 'in-step' : 'not-yet';
}

export function personTone(state: PersonState): 'good' | 'warn' | 'idle' {
  if (state === 'in-step') return 'good';
  return state === 'needs-you' || state === 'waiting' ? 'warn' : 'idle';
}

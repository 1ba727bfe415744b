import type { Outcome } from '../../utils/core/log/log-entry.ts';
import type { RunState } from '../../utils/core/run/run.ts';

/** How a state of a run looks. */
export function runTone(state: RunState): 'good' | 'warn' | 'bad' | 'busy' | 'idle' {
  switch (state) {
    case 'succeeded':
      return 'good';
    case 'partial':
    case 'awaiting-approval':
      return 'warn';
    case 'failed':
      return 'bad';
    case 'cancelled':
      return 'idle';
    case 'queued':
    case 'reading-source':
    case 'reading-target':
    case 'planning':
    case 'applying':
      return 'busy';
  }
}

/** How a person's outcome looks. Left out is a warning only where somebody has to act. */
export function outcomeTone(outcome: Outcome, needsYou: boolean): 'good' | 'warn' | 'bad' | 'idle' {
  switch (outcome) {
    case 'created':
    case 'updated':
    case 'disabled':
      return 'good';
    case 'unchanged':
      return 'idle';
    case 'skipped':
      return needsYou ? 'warn' : 'idle';
    case 'waiting':
      return 'warn';
    case 'failed':
      return 'bad';
  }
}

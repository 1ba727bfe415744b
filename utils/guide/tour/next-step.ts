import type { Tour } from '../../core/tour/tour.ts';
import { type Guidance, guidance } from './guidance.ts';
import { rightsStep } from './rights-step.ts';
import type { Situation } from './situation.ts';
import { tokenStep } from './token-step.ts';
import { userTypeStep } from './user-type-step.ts';

/** The next step, from what was observed so far and what the page shows now. Pure: looks at the page only through the reading. */
export function nextStep(situation: Situation): Guidance {
  const { reading, checklist, tour } = situation;
  if (reading.state === 'loggedOut') return guidance(null, 'loggedOut');
  if (reading.state === 'profilePicker') return guidance(null, 'profilePicker', { params: { tenant: tour.tenant } });
  if (reading.state === 'employeeOnly') return guidance(null, 'employeeOnly', { params: { tenant: tour.tenant } });
  if (reading.token.resetAsked)
    return guidance('token', 'resetAsked', {
      params: { label: reading.token.resetWords ?? '' },
      actions: ['lookAgain'],
    });
  if (tour.focus || reading.state === 'apiRights') return rightsStep(situation);
  // The checklist is counted by the background and comes a moment after what was just seen.
  const item = checklist.find(({ id, state }) => state !== 'done' && !(id === 'userType' && tour.userType !== null));
  switch (item?.id) {
    case undefined:
      return guidance('check', 'allDone');
    case 'userType':
      return userTypeStep(situation);
    case 'rights':
      return tour.check && tour.check.refused.length > 0 && tour.saved ? checkStep(tour) : rightsStep(situation);
    case 'token':
      return tokenStep(situation);
    case 'check':
      return checkStep(tour);
  }
}

function checkStep({ check }: Tour): Guidance {
  if (check === null) return guidance('check', 'check', { actions: ['check'] });
  if (check.refused.length > 0) {
    return guidance('check', 'refused', {
      params: { count: check.refused.length },
      permissions: check.refused,
      actions: ['showRefused', 'check'],
    });
  }
  return guidance('check', 'checkFailed', { actions: ['check'] });
}

import type { CompanionError } from '../../core/errors.ts';
import type { TargetProfile } from './profile.ts';

/**
 * The profile with days written the other way, to try once after one was refused as a value; null where the refusal is about
 * something else. How Javelo writes them is unknown (javelo-scim.md §2.4). What was refused has changed nothing.
 */
export function otherDateForm(profile: TargetProfile, error: CompanionError): TargetProfile | null {
  const { attribute, refused } = error.params;
  if (error.code !== 'target-invalid' || refused !== 'value') return null;
  if (attribute !== 'birthDate' && attribute !== 'firstHiredOn') return null;
  return { ...profile, dateFormat: profile.dateFormat === 'YYYY-MM-DD' ? 'DD-MM-YYYY' : 'YYYY-MM-DD' };
}

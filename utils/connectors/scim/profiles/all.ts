import type { TargetProfile } from '../profile.ts';
import { javeloProfile } from './javelo.ts';
import { rfcProfile } from './rfc.ts';

export const scimProfiles: Readonly<Record<TargetProfile['name'], TargetProfile>> = {
  javelo: javeloProfile,
  rfc: rfcProfile,
};

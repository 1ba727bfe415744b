import type { PolicySettings } from '../../../utils/core/policy.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { OpenServices } from '../services.ts';

type SettingsMessages = 'settings.get' | 'settings.savePolicy' | 'settings.saveScope' | 'settings.saveMapping';

/** What the admin decides about runs; a run that is planned already stays as it was planned. */
export function createSettingsHandlers(open: OpenServices): Pick<Handlers, SettingsMessages> {
  // One change after the other: two pages may save at the same moment.
  let last: Promise<unknown> = Promise.resolve();
  const change = (part: Partial<PolicySettings>): Promise<PolicySettings> => {
    const mine = last.then(async () => {
      const { settings } = await open();
      const next = { ...(await settings.readPolicy()), ...part };
      await settings.savePolicy(next);
      return next;
    });
    last = mine.catch(() => {});
    return mine;
  };
  return {
    async 'settings.get'() {
      return (await open()).settings.readPolicy();
    },
    'settings.savePolicy': ({ policy, keepLogDays }) => change({ policy, keepLogDays }),
    'settings.saveScope': ({ scope }) => change({ scope }),
    'settings.saveMapping': ({ mapping }) => change({ mapping }),
  };
}

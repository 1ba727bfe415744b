import type { Companion } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { syncNow } from './admin.ts';
import type { SandboxControl } from './sandbox-control.ts';

interface Systems {
  readonly companion: Companion;
  readonly control: SandboxControl;
}

/** A state that only Nmbrs and Javelo can bring about, and the pages that show it. */
interface SystemState {
  readonly name: string;
  readonly enter: (systems: Systems) => Promise<void>;
  readonly addresses: readonly string[];
  /** What the admin does on each of the pages to see it. */
  readonly act?: (page: CompanionPage) => Promise<unknown>;
  /** Gone once it was seen: to be entered anew for each look. */
  readonly passes?: true;
}

async function refuseAll({ companion, control }: Systems): Promise<void> {
  await control.setFaults([{ system: 'javelo', times: null, fault: { kind: 'status', status: 401 } }]);
  await synchronise(companion);
}

async function synchronise(companion: Companion): Promise<void> {
  const popup = await companion.openPopup();
  await syncNow(popup);
  await popup.close();
}

/** In the order in which they come about, for a companion that is connected to a sandbox and has not synchronised yet. */
export const systemStates: readonly SystemState[] = [
  {
    name: 'no-permission',
    enter: ({ control }) => control.switchProfile({ rights: 'limited' }),
    addresses: ['connection'],
    act: async (page) => {
      await page.click('nmbrs-test');
      await page.find('nmbrs-result');
    },
  },
  {
    name: 'partial',
    enter: async ({ companion, control }) => {
      await control.switchProfile({ rights: 'all' });
      const refused = { kind: 'status', status: 400 };
      await control.setFaults([
        { system: 'javelo', match: { method: 'POST', path: '/Users' }, after: 3, times: 1, fault: refused },
      ]);
      await synchronise(companion);
    },
    addresses: ['popup', 'history'],
  },
  {
    name: 'quarantined',
    enter: refuseAll,
    addresses: ['popup', 'setup', 'people', 'history', 'settings'],
    act: (page) => page.find('quarantine'),
  },
  {
    name: 'quarantine-over',
    enter: async (systems) => {
      await refuseAll(systems);
      await systems.control.clearFaults();
    },
    addresses: ['setup'],
    passes: true,
    act: async (page) => {
      await page.click('quarantine-test');
      await page.find('quarantine-over');
    },
  },
];

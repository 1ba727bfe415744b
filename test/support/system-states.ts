import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { lastRun, syncNow } from './admin.ts';
import { ask } from './ask-background.ts';
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
  /** Ends what would stand in the way of the next state. */
  readonly leave?: (systems: Systems) => Promise<void>;
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

/** Starts a synchronisation and leaves it at work. */
async function begin({ companion }: Systems): Promise<void> {
  const popup = await companion.openPopup();
  await popup.click('sync-now');
  await popup.waitText('progress', /Updating Javelo/);
  await popup.close();
}

async function cancel({ companion }: Systems): Promise<void> {
  const page = await companion.openOptions('settings');
  await ask(page, 'runs.cancel', { runId: (await lastRun(page))?.id });
  await eventually('the run to end', async () => ((await ask(page, 'runs.active', null)) === null ? true : null));
  await page.close();
}

/** How many accounts may be made without an approval; null = as many as usual. */
async function limitNew({ companion }: Systems, number: string | null): Promise<void> {
  const page = await companion.openOptions('settings');
  if (number === null) await page.click('usual-limits');
  else await page.type('limit-create-number', number);
  await page.click('save-limits');
  await page.waitText('limits-saved', /Saved/);
  await page.close();
}

/** In the order in which they come about, for a companion that is connected to a sandbox and has not synchronised yet. */
export const systemStates: readonly SystemState[] = [
  {
    name: 'waits-for-approval',
    enter: async (systems) => {
      await limitNew(systems, '1');
      await synchronise(systems.companion);
    },
    addresses: ['popup', 'setup', 'preview', 'history'],
    leave: async (systems) => {
      await cancel(systems);
      await limitNew(systems, null);
    },
  },
  {
    name: 'at-work',
    enter: async (systems) => {
      const slow = { kind: 'delay', ms: 6_000 };
      await systems.control.setFaults([{ system: 'javelo', match: { method: 'POST' }, times: null, fault: slow }]);
      await begin(systems);
    },
    addresses: ['popup', 'setup', 'history'],
    leave: async (systems) => {
      await systems.control.clearFaults();
      await cancel(systems);
    },
  },
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
    name: 'stopped',
    enter: ({ companion }) => synchronise(companion),
    addresses: ['popup', 'history'],
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

import { CompanionError } from '../../../utils/core/errors.ts';
import type { DemoView } from '../../../utils/messaging/contract/demo.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { demoFlag } from '../../../utils/platform/demo-flag.ts';
import { exclusively } from '../../../utils/platform/exclusively.ts';
import { sessionStore } from '../../../utils/platform/session-store.ts';
import { liveRunKey } from '../../../utils/platform/status.ts';
import { engineLock } from '../pump.ts';
import type { OpenServices, Services } from '../services.ts';

type DemoMessages = 'demo.get' | 'demo.start' | 'demo.letWeekPass' | 'demo.stop';

export function createDemoHandlers(
  open: OpenServices & { reopen(): void },
  onSwitched: () => void,
): Pick<Handlers, DemoMessages> {
  const switched = async (): Promise<DemoView> => {
    await sessionStore.remove(liveRunKey);
    onSwitched();
    return view(await open());
  };
  return {
    async 'demo.get'() {
      return view(await open());
    },
    async 'demo.start'() {
      const { demo, journal } = await open();
      if (demo) return view(await open());
      // The admin's own run would lose its worker half way.
      if (await journal.activeRun()) throw new CompanionError('run-active');
      await demoFlag.set(true);
      open.reopen();
      return switched();
    },
    async 'demo.letWeekPass'() {
      const services = await open();
      await services.demo?.letWeekPass();
      return view(services);
    },
    async 'demo.stop'() {
      const { demo, engine, journal, leaveDemo } = await open();
      if (!demo) return view(await open());
      const active = await journal.activeRun();
      if (active) await engine.cancel(active.id);
      // A step at work would write into what is deleted: it ends first.
      await exclusively(engineLock, leaveDemo);
      return switched();
    },
  };
}

async function view({ demo }: Services): Promise<DemoView> {
  return demo ? { on: true, weeks: await demo.weeks() } : { on: false, weeks: 0 };
}

import { CompanionError } from '../../../utils/core/errors.ts';
import type { WayView } from '../../../utils/messaging/contract/way.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { HandoverSettings } from '../../../utils/ports/settings.ts';
import { flowPattern } from '../pages.ts';
import type { OpenServices, Services } from '../services.ts';

type WayMessages = 'way.get' | 'way.choose' | 'way.hostedEnded' | 'way.setFlowHost';

/** Which way is used, and where the connection flow lives. `changed` = the pages that may be entered are others now. */
export function createWayHandlers(open: OpenServices, changed: () => Promise<void>): Pick<Handlers, WayMessages> {
  const change = async (part: Partial<HandoverSettings>): Promise<WayView> => {
    const services = await open();
    await services.settings.saveHandover({ ...(await services.settings.readHandover()), ...part });
    return viewWay(services);
  };
  return {
    async 'way.get'() {
      return viewWay(await open());
    },
    async 'way.choose'({ way }) {
      const { journal } = await open();
      if (way === 'hosted' && (await journal.activeRun())) throw new CompanionError('run-active');
      return change({ way });
    },
    'way.hostedEnded': () => change({ hostedConnected: false }),
    async 'way.setFlowHost'({ host }) {
      const view = await change({ flowHost: readFlowHost(host) });
      await changed();
      return view;
    },
  };
}

async function viewWay({ settings }: Services): Promise<WayView> {
  const [{ way, flowHost, hostedConnected, permissions }, { target }] = await Promise.all([
    settings.readHandover(),
    settings.readConnection(),
  ]);
  return {
    way,
    flowHost,
    flowPattern: flowPattern(flowHost),
    hostedConnected,
    both: hostedConnected && way !== 'hosted' && target !== null,
    permissions: permissions?.length ?? null,
  };
}

/** Only hosts that the manifest may ask for. Throws `flow-host`. */
export function readFlowHost(input: string): string {
  const text = input.trim().toLowerCase();
  const address = text.includes('://') ? text : `https://${text}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  if (flowPattern(host) !== null) return host;
  throw new CompanionError('flow-host', { input: input.slice(0, 100) });
}

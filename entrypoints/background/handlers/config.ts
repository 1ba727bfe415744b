import { type Config, type ConfigFile, compareConfigs } from '../../../utils/core/connection/config-file.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { toIsoTime } from '../../../utils/ports/clock.ts';
import type { Settings } from '../../../utils/ports/settings.ts';
import { configFormat, configVersion, readConfigFile } from '../../../utils/schemas/config-file.ts';
import type { OpenServices } from '../services.ts';

export function createConfigHandlers(
  open: OpenServices,
  look: () => void,
): Pick<Handlers, 'config.export' | 'config.import'> {
  return {
    async 'config.export'() {
      const { settings, clock } = await open();
      const exportedAt = toIsoTime(clock.nowMs());
      const file: ConfigFile = {
        format: configFormat,
        version: configVersion,
        product: browser.runtime.getManifest().version,
        exportedAt,
        config: await readConfig(settings),
      };
      return {
        fileName: `nmbrs-javelo-configuration-${exportedAt.slice(0, 10)}.json`,
        text: `${JSON.stringify(file, null, 2)}\n`,
      };
    },
    async 'config.import'({ text, apply }) {
      const { settings, clock } = await open();
      const { product, exportedAt, config } = readConfigFile(text);
      const differences = compareConfigs(await readConfig(settings), config);
      if (apply) {
        const { schedule, ...policy } = config;
        await settings.savePolicy(policy);
        if (schedule) await settings.saveSchedule({ schedule, sinceMs: clock.nowMs() });
        look();
      }
      return { from: { product, exportedAt }, differences, applied: apply };
    },
  };
}

async function readConfig(settings: Settings): Promise<Config> {
  const [policy, { schedule }] = await Promise.all([settings.readPolicy(), settings.readSchedule()]);
  return { ...policy, schedule };
}

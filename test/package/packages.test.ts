import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { Companion } from '../browser/companion.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { launchDriver } from '../browser/launch.ts';
import { copyCheckout, emptyFolder, type Folder, linkPackages } from './checkout-copy.ts';
import { type Packages, unpack, zipAll, zipForFirefox } from './packages.ts';

const webExt = fileURLToPath(new URL('../../node_modules/web-ext/bin/web-ext.js', import.meta.url));
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the packages for the stores', () => {
  const folders: Folder[] = [];
  const keep = (folder: Folder): Folder => {
    folders.push(folder);
    return folder;
  };
  let packages: Packages;

  beforeAll(async () => {
    packages = await zipAll(keep(copyCheckout()));
  });
  afterAll(() => {
    for (const folder of folders) folder.remove();
  });

  it('are the same bytes wherever and whenever they are made', async () => {
    const again = await zipAll(keep(copyCheckout()));
    expect(digest(again.chromium)).toBe(digest(packages.chromium));
    expect(digest(again.firefox)).toBe(digest(packages.firefox));
    expect(digest(again.sources)).toBe(digest(packages.sources));
  });

  it('for Firefox, can be made again from the sources package alone', async () => {
    const sources = keep(emptyFolder());
    unpack(packages.sources, sources);
    linkPackages(sources);
    expect(digest(await zipForFirefox(sources))).toBe(digest(packages.firefox));
  });

  it('hold nothing that was not meant to be published', () => {
    for (const zip of [packages.chromium, packages.firefox]) {
      const odd = Object.keys(unzipSync(zip)).filter((name) => !/\.(js|css|html|json|png|woff2)$/.test(name));
      expect(odd).toEqual([]);
    }
    const inSources = Object.keys(unzipSync(packages.sources));
    expect(inSources.filter((name) => /(^|\/)(\.env|\.git|node_modules|\.output)/.test(name))).toEqual([]);
    expect(inSources).toEqual(expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'README.md']));
  });

  it('pass the lint of the Firefox store without a warning', () => {
    const unpacked = keep(emptyFolder());
    unpack(packages.firefox, unpacked);
    const args = [webExt, 'lint', '--source-dir', unpacked.path, '--output', 'json', '--no-config-discovery'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const { errors, warnings, notices } = JSON.parse(stdout) as Record<string, readonly { readonly code: string }[]>;
    expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
  });

  it.each(browserKinds)('run in %s as they are', async (kind) => {
    const unpacked = keep(emptyFolder());
    unpack(packages[kind], unpacked);
    const driver = await launchDriver(kind, {
      executable: findBrowser(kind),
      extension: unpacked.path,
      headless: true,
    });
    try {
      const popup = await new Companion(driver, await driver.browser.version()).openPopup();
      expect(await popup.waitText('state', /not connected/i)).toMatch(/not connected/i);
    } finally {
      await driver.browser.close();
    }
  });
});

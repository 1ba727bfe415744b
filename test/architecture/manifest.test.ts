import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BrowserKind, browserKinds } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';

type Manifest = Readonly<Record<string, unknown>>;

async function manifestOf(kind: BrowserKind): Promise<Manifest> {
  const folder = await buildExtension(kind, 'production');
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

it('tells Firefox what leaves the browser, and nothing more', { timeout: 60_000 }, async () => {
  const { gecko } = (await manifestOf('firefox')).browser_specific_settings as Record<string, Record<string, unknown>>;
  expect(gecko?.data_collection_permissions).toEqual({
    required: ['personallyIdentifyingInfo', 'authenticationInfo'],
  });
});

/** What the stores are told each permission is for: the first column of the first table. */
function justified(): readonly string[] {
  const text = readFileSync(new URL('../../assets/store/permissions.md', import.meta.url), 'utf8');
  const [, table = ''] = text.split('| Permission | Why |');
  const cells = table.split('\n\n')[0]?.matchAll(/^\|([^|]*)\|/gm) ?? [];
  return Array.from(cells, ([, cell = '']) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name = '']) => name)).flat();
}

describe.each(browserKinds)('the manifest for %s', (kind) => {
  it('is Manifest V3 and asks for no more than it needs', { timeout: 60_000 }, async () => {
    const manifest = await manifestOf(kind);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(['storage', 'alarms', 'unlimitedStorage', 'scripting']);
    expect(manifest.optional_host_permissions).toEqual([
      'https://*.nmbrs.nl/*',
      'https://*.nmbrs.se/*',
      'https://*.javelo.io/*',
      'https://*.kombo.dev/*',
    ]);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    const { permissions, optional_permissions, optional_host_permissions } = manifest as Record<string, string[]>;
    const asked = [permissions, optional_permissions, optional_host_permissions].flatMap((names) => names ?? []);
    expect([...justified()].sort()).toEqual([...asked].sort());
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('content_security_policy');
  });

  it('names nothing of the sandbox', { timeout: 60_000 }, async () => {
    expect(JSON.stringify(await manifestOf(kind))).not.toMatch(/127\.0\.0\.1|localhost|http:\/\//);
  });
});

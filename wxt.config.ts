import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { guideTexts } from './utils/i18n/bundles/guide.ts';

/** Hosts that only the end-to-end build may reach: the sandbox on this machine. Never in a production manifest. */
const sandboxHosts = ['http://127.0.0.1/*', 'http://*.localhost/*'];

/**
 * What libraries bring along and nobody here uses: zod's compiled parsers (`utils/zod.ts` switches them off) and preact's
 * `dangerouslySetInnerHTML`. Out of the packages with it, so that no text can become code or markup in them; a library
 * that words it differently stops the build.
 */
const unusedSinks: readonly { readonly file: RegExp; readonly from: string; readonly to: string }[] = [
  { file: /\/zod\/v4\/core\/(util|doc|compile)\.js$/, from: 'const F = Function;', to: 'const F = undefined;' },
  { file: /\/preact\/dist\/preact\.m?js$/, from: '.innerHTML=h.__html', to: '.textContent=h.__html' },
];

const withoutSinks: Plugin = {
  name: 'without-sinks',
  enforce: 'pre',
  transform(code, id) {
    const sink = unusedSinks.find(({ file }) => file.test(id));
    if (!sink) return null;
    if (!code.includes(sink.from)) this.error(`${sink.from} is worded differently in ${id}`);
    return { code: code.replace(sink.from, sink.to), map: null };
  },
};

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * What the popup shares with another page, as one file: by itself it comes as two dozen small ones, which take longer to fetch
 * than all that the popup does.
 */
function sharedWithPopup() {
  let reached: Set<string> | null = null;
  const walk = (graph: ModuleGraph): Set<string> => {
    const found = new Set([fileURLToPath(new URL('entrypoints/popup/main.tsx', import.meta.url))]);
    for (const id of found) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) found.add(next);
    return found;
  };
  const name = (id: string, graph: ModuleGraph) => {
    reached ??= walk(graph);
    return reached.has(id) || id.includes('wxt-html-plugins') ? 'shared' : null;
  };
  return { groups: [{ name, minShareCount: 2 }] };
}

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  outDir: '.output',
  manifestVersion: 3,
  zip: {
    artifactTemplate: 'companion-{{browser}}.zip',
    sourcesTemplate: 'companion-sources.zip',
    // What the reviewers' rebuild does not need.
    excludeSources: ['test/**', 'assets/readme/**', 'assets/store/**'],
  },
  // Both browsers have had modulepreload for years.
  vite: () => ({ plugins: [preact(), withoutSinks], build: { target: 'es2023', modulePreload: { polyfill: false } } }),
  hooks: {
    // One file for each language of the guide: the background hands it to the script in the page.
    'build:publicAssets': (_, files) => {
      for (const [locale, texts] of Object.entries(guideTexts))
        files.push({ relativeDest: `guide/${locale}.json`, contents: JSON.stringify(texts) });
    },
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rolldownOptions?.output ?? build?.rollupOptions?.output;
      if (!entrypoints.some(({ name }) => name === 'popup') || !output || Array.isArray(output)) return;
      output.codeSplitting = sharedWithPopup();
    },
  },
  manifest: ({ mode, browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '120',
    permissions: ['storage', 'alarms', 'unlimitedStorage', 'scripting'],
    // Asked for on the schedule's page; without it only the icon shows that somebody is needed.
    optional_permissions: ['notifications'],
    optional_host_permissions: [
      'https://*.nmbrs.nl/*',
      'https://*.nmbrs.se/*',
      'https://*.javelo.io/*',
      'https://*.kombo.dev/*',
    ],
    ...(mode === 'e2e' ? { host_permissions: sandboxHosts } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'companion@nmbrs-javelo.example',
              strict_min_version: '140.0',
              // Mozilla counts everything that leaves the browser, also what goes to the admin's own two systems: people, and
              // the tokens that open them (assets/store/permissions.md).
              data_collection_permissions: { required: ['personallyIdentifyingInfo', 'authenticationInfo'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {}),
  }),
});

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
  hooks: {
    // One file for each language of the guide: the background hands it to the script in the page.
    'build:publicAssets': (_, files) => {
      for (const [locale, texts] of Object.entries(guideTexts))
        files.push({ relativeDest: `guide/${locale}.json`, contents: JSON.stringify(texts) });
    },
  },
  vite: () => ({ plugins: [preact(), withoutSinks], build: { target: 'es2023' } }),
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

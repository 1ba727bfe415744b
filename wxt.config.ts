import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Hosts that only the end-to-end build may reach: the sandbox on this machine. Never in a production manifest. */
const sandboxHosts = ['http://127.0.0.1/*', 'http://*.localhost/*'];

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  outDir: '.output',
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()], build: { target: 'es2023' } }),
  manifest: ({ mode, browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '120',
    permissions: ['storage', 'alarms', 'unlimitedStorage'],
    optional_host_permissions: ['https://*.nmbrs.nl/*', 'https://*.nmbrs.se/*', 'https://*.javelo.io/*'],
    ...(mode === 'e2e' ? { host_permissions: sandboxHosts } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'companion@nmbrs-javelo.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
});

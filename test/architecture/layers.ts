/** The parts of the product that may or may not import one another. First match wins. */
const layerPatterns = [
  ['core', /^utils\/core\//],
  ['ports', /^utils\/ports\//],
  ['engine', /^utils\/engine\//],
  ['connector-http', /^utils\/connectors\/[^/]+\.ts$/],
  ['nmbrs', /^utils\/connectors\/nmbrs\//],
  ['scim', /^utils\/connectors\/scim\//],
  ['sqlite', /^utils\/storage\/sqlite\//],
  ['storage', /^utils\/storage\//],
  ['messaging-background', /^utils\/messaging\/router\.ts$/],
  ['messaging', /^utils\/messaging\//],
  ['browser', /^utils\/platform\/browser\.ts$/],
  ['system-clock', /^utils\/platform\/system-clock\.ts$/],
  ['page-platform', /^utils\/platform\/(badge|permissions|run-view|session-store|status-view|status)\.ts$/],
  ['content-platform', /^utils\/platform\/(content-browser|shadow-root)\.ts$/],
  ['platform', /^utils\/platform\//],
  ['guide', /^utils\/guide\//],
  ['ui', /^utils\/ui\//],
  ['i18n', /^utils\/i18n\//],
  ['demo', /^utils\/demo\//],
  ['export', /^utils\/export\//],
  ['headless', /^utils\/headless\//],
  ['schemas', /^utils\/schemas\//],
  ['zod', /^utils\/zod\.ts$/],
  ['background', /^entrypoints\/background(\/|\.ts$)/],
  ['content', /^entrypoints\/[^/]+\.content(\/|\.tsx?$)/],
  ['page', /^entrypoints\/[^/]+\//],
  ['components', /^components\//],
  ['assets', /^assets\//],
] as const;

export type Layer = (typeof layerPatterns)[number][0];

const layers: readonly Layer[] = layerPatterns.map(([layer]) => layer);

/** The layer a file belongs to; null where it belongs to none, which is an error in itself. */
export function layerOf(path: string): Layer | null {
  return layerPatterns.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

interface Rule {
  /** Layers that may be imported. The own layer always may. */
  readonly values: readonly Layer[];
  /** Layers of which only types may be imported. */
  readonly types: readonly Layer[];
  readonly packages: readonly string[];
}

const everyLayerBut = (...without: readonly Layer[]): readonly Layer[] =>
  layers.filter((layer) => !without.includes(layer));

/** design.md "Who may import whom" and the long form of models.md c.2. */
export const rules: Readonly<Record<Layer, Rule>> = {
  core: { values: [], types: [], packages: [] },
  ports: { values: [], types: ['core'], packages: [] },
  engine: { values: ['core', 'ports'], types: [], packages: [] },
  'connector-http': { values: ['core', 'ports'], types: [], packages: ['ofetch'] },
  nmbrs: {
    values: ['core', 'ports', 'connector-http', 'zod'],
    types: [],
    packages: ['ofetch', 'fast-xml-parser', 'saxes'],
  },
  scim: { values: ['core', 'ports', 'connector-http', 'zod'], types: [], packages: ['ofetch'] },
  storage: { values: ['core', 'ports', 'browser', 'schemas', 'zod'], types: [], packages: ['idb', 'fflate'] },
  // No browser has it: only the headless command may reach it.
  sqlite: { values: ['core', 'ports', 'storage', 'schemas', 'zod'], types: [], packages: ['node'] },
  messaging: {
    values: ['browser', 'content-platform', 'schemas', 'zod'],
    types: ['core', 'page-platform'],
    packages: [],
  },
  'messaging-background': { values: ['messaging', 'browser', 'zod'], types: ['core'], packages: [] },
  browser: { values: [], types: [], packages: ['webextension-polyfill'] },
  // The one adapter of the platform that every process has.
  'system-clock': { values: ['ports'], types: [], packages: [] },
  'page-platform': { values: ['ports', 'browser'], types: ['core'], packages: [] },
  platform: { values: ['ports', 'browser', 'page-platform'], types: ['core'], packages: [] },
  guide: { values: ['i18n'], types: ['core'], packages: [] },
  // What a content script may ask the browser itself.
  'content-platform': { values: ['browser'], types: [], packages: [] },
  ui: {
    values: ['messaging', 'page-platform', 'browser', 'i18n', 'zod', 'export'],
    types: ['core'],
    packages: ['preact'],
  },
  i18n: { values: ['assets', 'browser'], types: ['core', 'export'], packages: ['intl-messageformat'] },
  // Ends that need no system: everything can be tried without an account.
  demo: { values: ['core', 'ports'], types: [], packages: ['idb'] },
  export: { values: ['core', 'ports', 'zod', 'i18n'], types: [], packages: ['write-excel-file'] },
  headless: {
    values: everyLayerBut(
      'demo',
      'browser',
      'page-platform',
      'platform',
      'messaging',
      'messaging-background',
      'ui',
      'guide',
      'components',
      'page',
      'content',
      'background',
    ),
    types: [],
    packages: ['node', 'fake-indexeddb', 'idb'],
  },
  // Shapes that are stored, sent and exported alike.
  schemas: { values: ['zod'], types: ['core'], packages: [] },
  zod: { values: [], types: [], packages: ['zod'] },
  background: {
    values: everyLayerBut('components', 'ui', 'page', 'content', 'content-platform', 'guide', 'headless', 'sqlite'),
    types: [],
    packages: ['#imports', 'wxt'],
  },
  page: {
    values: ['messaging', 'page-platform', 'ui', 'i18n', 'components', 'assets', 'export'],
    types: ['core'],
    packages: ['preact'],
  },
  content: {
    values: ['messaging', 'guide', 'content-platform', 'i18n', 'components', 'assets'],
    types: ['core'],
    packages: ['preact', '#imports', 'wxt'],
  },
  components: {
    values: ['i18n', 'assets'],
    types: ['core', 'export'],
    packages: ['preact', 'lucide', '@tanstack/virtual-core', 'd3-hierarchy'],
  },
  assets: { values: [], types: [], packages: [] },
};

/**
 * Files of the core that are words and formatting only, which pages, messages and texts may use at run time
 * ("types + formatters"). Nothing in them reads, plans or decides, and they bring nothing else along.
 */
export const sharedWords: ReadonlySet<string> = new Set([
  'utils/core/account.ts',
  'utils/core/connection/addresses.ts',
  'utils/core/limits.ts',
  'utils/core/log/attention.ts',
  'utils/core/plan/change.ts',
  'utils/core/errors.ts',
  'utils/core/log/log-entry.ts',
  'utils/core/permissions/permission.ts',
  'utils/core/mapping/mapping-rule.ts',
  'utils/core/run/run.ts',
  'utils/core/schedule/schedule.ts',
  'utils/core/connection/target-profile-name.ts',
  'utils/core/connection/tenant-address.ts',
]);

import { browserKinds } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { BrowserMissing, findBrowser } from '../browser/find-browser.ts';

/** Once before the end-to-end tests: both browsers are here, and both builds are up to date. */
try {
  for (const kind of browserKinds) process.stdout.write(`${kind}: ${findBrowser(kind)}\n`);
  for (const kind of browserKinds) await buildExtension(kind, 'e2e');
} catch (error) {
  process.stderr.write(`${error instanceof BrowserMissing ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import { browserKinds } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';

/** Before the tests of this folder: files that run next to each other would otherwise build into the same folder. */
export async function setup(): Promise<void> {
  for (const kind of browserKinds) await buildExtension(kind, 'production');
}

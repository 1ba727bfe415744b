import { readFileSync } from 'node:fs';

/** A script of the pages for the browser: its types are taken out by the bundler, which is loaded when a page asks first. */
export const readClientScript = async (url: URL): Promise<string> => {
  const { transformWithOxc } = await import('vite');
  return (await transformWithOxc(readFileSync(url, 'utf8'), url.pathname)).code;
};

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readClientScript } from '../../client-script.ts';
import type { SandboxReply } from '../../http.ts';
import { drawIcon } from './icons.ts';

const folder = new URL('.', import.meta.url);
const { resolve } = createRequire(import.meta.url);

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

const read = async (path: string): Promise<string | Uint8Array | undefined> => {
  if (path === '/assets/material-icons.woff2')
    return readFileSync(resolve('@fontsource/material-icons/files/material-icons-latin-400-normal.woff2'));
  if (/^\/assets\/client\/[\w-]+\.ts$/.test(path))
    return readClientScript(new URL(path.slice('/assets/'.length), folder));
  const picture = /^\/images\/icons\/(\w+)\.svg$/.exec(path)?.[1];
  if (picture !== undefined) return drawIcon(picture);
  if (/^\/assets\/\w+\.css$/.test(path)) return readFileSync(new URL(path.slice(1), folder), 'utf8');
  return undefined;
};

const kept = new Map<string, SandboxReply>();

/** Styles, pictures, the icon font, and the pages' own script with its types taken out; undefined for any other path. */
export const serveAsset = async (path: string): Promise<SandboxReply | undefined> => {
  const known = kept.get(path);
  if (known) return known;
  try {
    const body = await read(path);
    if (body === undefined) return undefined;
    const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
    const reply = { status: 200, headers: { 'Content-Type': type, 'Cache-Control': 'max-age=600' }, body };
    kept.set(path, reply);
    return reply;
  } catch {
    return undefined;
  }
};

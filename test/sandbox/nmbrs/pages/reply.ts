import type { SandboxReply } from '../../http.ts';

export const page = (markup: string, headers: Readonly<Record<string, string>> = {}): SandboxReply => ({
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  body: markup,
});

/** Handlers answer JSON as plain text, as the real ones do (nmbrs-ui.md §1.2). */
export const data = (value: unknown, status = 200): SandboxReply => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  body: JSON.stringify(value),
});

export const redirect = (location: string, cookie?: string): SandboxReply => ({
  status: 302,
  headers: { Location: location, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) },
  body: '',
});

export const missing = (): SandboxReply => ({ ...page('<h1>404</h1>'), status: 404 });

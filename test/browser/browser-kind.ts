/** The browsers the companion is built for and tested in. */
export const browserKinds = ['chromium', 'firefox'] as const;
export type BrowserKind = (typeof browserKinds)[number];

export function isBrowserKind(value: string): value is BrowserKind {
  return (browserKinds as readonly string[]).includes(value);
}

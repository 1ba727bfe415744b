/** What the server tells the script, in the document's head. */
export interface ClientSettings {
  readonly variant: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly toggle: 'checkbox' | 'image' | 'link' | 'switch' | 'ext';
  readonly save: 'auto' | 'button';
  readonly rows: 'all' | 'lazy' | 'virtual';
  readonly shadow: 'mixed' | 'open' | 'closed';
  readonly halfMs: number;
  readonly rerenderMs: number;
  readonly lostPresses: number;
  readonly zoom: number;
  readonly invisible: boolean;
  readonly tip: string | null;
  readonly news: { readonly title: string; readonly text: string; readonly close: string } | null;
  readonly services: readonly { readonly service: string; readonly label: string }[];
  readonly texts: Readonly<Record<'method' | 'active' | 'inactive' | 'saved' | 'refused', string>>;
}

const written = document.querySelector<HTMLMetaElement>('meta[name=nmbrs-client]');

export const settings = JSON.parse(written?.content ?? '{}') as ClientSettings;

/** Whether this document is the page itself and no frame in it. */
export const isTop = window.parent === window;

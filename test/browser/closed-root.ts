import type { CDPSession, Frame } from 'puppeteer-core';
import { bidiConnection } from './bidi-connection.ts';
import type { BrowserKind } from './browser-kind.ts';

/** An element inside a closed shadow root, as the browser's protocol shows it; no script in the page can see it. */
export interface HiddenNode {
  readonly tag: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HiddenNode[];
  box(): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null>;
}

/** The companion's own element in a page: a popover with a random name. */
const findHost = `[...document.querySelectorAll('[popover=manual]')].find((each) => /^x-[a-z]{6}$/.test(each.localName)) ?? null`;

/** Reads the companion's closed root in a page or in a frame of one; null where there is none. */
export function readClosedRoot(kind: BrowserKind, frame: Frame): Promise<HiddenNode | null> {
  return kind === 'firefox' ? readInFirefox(frame) : readInChromium(frame);
}

async function readInChromium(frame: Frame): Promise<HiddenNode | null> {
  // Puppeteer keeps the session of a frame to itself; a frame of another site has one of its own.
  const session = (frame as unknown as { _client(): CDPSession })._client();
  const host = await frame.evaluateHandle(findHost);
  const { objectId } = host.remoteObject();
  if (!objectId || host.remoteObject().subtype === 'null') return null;
  const { node } = await session.send('DOM.describeNode', { objectId, depth: -1, pierce: true });
  await host.dispose();
  type CdpNode = typeof node;
  const convert = (from: CdpNode): HiddenNode => {
    const pairs = from.attributes ?? [];
    const children = [...(from.shadowRoots ?? []), ...(from.children ?? [])];
    return {
      tag: from.localName,
      attributes: Object.fromEntries(pairs.flatMap((name, at) => (at % 2 === 0 ? [[name, pairs[at + 1] ?? '']] : []))),
      text: from.nodeType === 3 ? from.nodeValue : '',
      children: children.map(convert),
      async box() {
        const { backendNodeId } = from;
        try {
          await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
          const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
          const [x = 0, y = 0] = model.border;
          return { x, y, width: model.width, height: model.height };
        } catch {
          return null;
        }
      },
    };
  };
  return convert(node);
}

interface BidiNode {
  readonly sharedId?: string;
  readonly value: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

async function readInFirefox(frame: Frame): Promise<HiddenNode | null> {
  const connection = bidiConnection(frame.page().browser());
  const context = (frame as unknown as { _id: string })._id;
  const call = async (functionDeclaration: string, args: readonly unknown[] = []) => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      awaitPromise: false,
      target: { context },
      arguments: args,
      serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
    });
    return (result as { readonly result?: unknown }).result;
  };
  const host = (await call(`() => ${findHost}`)) as (BidiNode & { readonly type: string }) | undefined;
  if (host?.type !== 'node') return null;
  const convert = (from: BidiNode): HiddenNode => {
    const { value } = from;
    const children = [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])];
    return {
      tag: value.localName ?? '',
      attributes: value.attributes ?? {},
      text: value.nodeType === 3 ? (value.nodeValue ?? '') : '',
      children: children.filter((child) => child.value !== undefined).map(convert),
      async box() {
        const reply = await call(
          `(element) => { element.scrollIntoView({ block: 'nearest' }); const { x, y, width, height } = element.getBoundingClientRect(); return JSON.stringify({ x, y, width, height }); }`,
          [{ sharedId: from.sharedId }],
        ).catch(() => null);
        const text = (reply as { readonly value?: string } | null)?.value;
        const box = text ? (JSON.parse(text) as { x: number; y: number; width: number; height: number }) : null;
        return box && box.width > 0 ? box : null;
      },
    };
  };
  return convert(host);
}

/** Everything in it that fits; what is inert is there for nobody. */
export function findNodes(node: HiddenNode, fits: (node: HiddenNode) => boolean): readonly HiddenNode[] {
  if ('inert' in node.attributes) return [];
  return [...(fits(node) ? [node] : []), ...node.children.flatMap((child) => findNodes(child, fits))];
}

export function findByTestId(node: HiddenNode, testId: string): readonly HiddenNode[] {
  return findNodes(node, ({ attributes }) => attributes['data-testid'] === testId);
}

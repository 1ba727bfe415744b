import type { Page } from 'puppeteer-core';
import { findByTestId, findNodes, type HiddenNode, readClosedRoot } from './closed-root.ts';
import type { Companion } from './companion.ts';
import { eventually } from './companion-page.ts';

/** The companion's card in a page of Nmbrs, as the admin sees and clicks it: read through the browser's protocol, clicked with the mouse. */
export class PageCard {
  readonly page: Page;
  private readonly companion: Companion;

  constructor(companion: Companion, page: Page) {
    this.companion = companion;
    this.page = page;
  }

  private async read(): Promise<HiddenNode | null> {
    // The page may just be being replaced.
    return readClosedRoot(this.companion.kind, this.page.mainFrame()).catch(() => null);
  }

  async find(testId: string): Promise<HiddenNode | null> {
    return (await this.all(testId))[0] ?? null;
  }

  async all(testId: string): Promise<readonly HiddenNode[]> {
    const root = await this.read();
    return root ? findByTestId(root, testId) : [];
  }

  async text(testId: string): Promise<string> {
    const node = await this.find(testId);
    return node ? textOf(node) : '';
  }

  /** Which sentence the card says now, folded or not: its name, not its words. */
  async says(): Promise<string | null> {
    return (await this.shown())?.attributes['data-say'] ?? null;
  }

  /** Whether it works on something by itself. */
  async busy(): Promise<boolean> {
    return (await this.shown())?.attributes['data-busy'] !== undefined;
  }

  private async shown(): Promise<HiddenNode | null> {
    return (await this.find('guide-card')) ?? (await this.find('guide-expand'));
  }

  /** Unfolds the card where it folded itself, and waits until it says one of these. */
  async waitSays(...wanted: readonly string[]): Promise<string> {
    let last: string | null = null;
    try {
      return await eventually(
        `the card to say ${wanted.join(' or ')}`,
        async () => {
          if ((await this.find('guide-card')) === null && (await this.find('guide-expand')) !== null)
            await this.click('guide-expand');
          last = await this.says();
          return last !== null && wanted.includes(last) && !(await this.busy()) ? last : null;
        },
        45_000,
      );
    } catch (error) {
      throw new Error(`${String(error)}; it said ${last}: ${await this.text('guide-card')}`);
    }
  }

  /** What was last read out to those who listen. */
  async spoken(): Promise<string> {
    const root = await this.read();
    const status = root && findNodes(root, ({ attributes }) => attributes.role === 'status')[0];
    return status ? textOf(status) : '';
  }

  /** Where the card is, or the tab it is folded into. */
  async box(): Promise<{
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null> {
    return (await this.shown())?.box() ?? null;
  }

  /** The middle of the ring, which is where the admin is told to click. */
  async ringAt(): Promise<{ readonly x: number; readonly y: number } | null> {
    const root = await this.read();
    const ring = root && findNodes(root, (node) => /\bring\b/.test(node.attributes.class ?? ''))[0];
    if (!ring || 'hidden' in ring.attributes) return null;
    const box = await ring.box();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Ends the guide in this tab, and closes it. */
  async leave(): Promise<void> {
    if ((await this.find('guide-leave')) !== null) await this.click('guide-leave');
    await this.page.close();
  }

  async click(testId: string, which = 0): Promise<void> {
    const at = await eventually(`${testId} on the card`, async () => {
      const node = (await this.all(testId))[which];
      const box = node ? await node.box() : null;
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await this.page.mouse.click(at.x, at.y);
  }
}

function textOf(node: HiddenNode): string {
  return node.tag === 'style' ? '' : `${node.text}${node.children.map(textOf).join(' ')}`.replace(/\s+/g, ' ').trim();
}

import type { ElementHandle, Page } from 'puppeteer-core';

const patience = 30_000;
/** Asking costs the browser's main process more than anything that is waited for. */
const interval = 100;

/** Asks again until the answer is not null. Deadlines instead of `waitForFunction`, which an extension page's CSP may forbid. */
export async function eventually<T>(what: string, ask: () => Promise<T | null>, timeout = patience): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeout} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

const selectorOf = (testId: string): string => `[data-testid="${testId}"]`;

/** One page of the extension as an admin uses it: elements by their `data-testid`, real clicks and real typing. */
export class CompanionPage {
  readonly page: Page;
  /** Everything the page wrote to its console, for the tests that look for secrets and errors. */
  readonly console: readonly string[];

  constructor(page: Page) {
    const lines: string[] = [];
    this.page = page;
    this.console = lines;
    page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => lines.push(`pageerror: ${String(error)}`));
  }

  async find(testId: string): Promise<ElementHandle<Element>> {
    const element = await this.page.waitForSelector(selectorOf(testId), { timeout: patience }).catch(() => null);
    if (element !== null) return element;
    const shown = await this.page.evaluate(() => document.body.textContent);
    throw new Error(`No ${testId} on ${this.page.url()}, which shows: ${shown}\n${this.console.join('\n')}`);
  }

  async has(testId: string): Promise<boolean> {
    return (await this.page.$(selectorOf(testId))) !== null;
  }

  /** Brings an element into view, unfolding what it is folded into. */
  private async reveal(element: ElementHandle<Element>): Promise<void> {
    const folded = await element.evaluateHandle((node) =>
      node.closest('details:not([open])')?.querySelector('summary'),
    );
    await (folded.asElement() as ElementHandle<Element> | null)?.click();
    await element.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
  }

  /** Waits until a button may be clicked: a button that works on something is disabled for so long. */
  async enabled(testId: string): Promise<ElementHandle<Element>> {
    return eventually(`${testId} to be enabled`, async () => {
      const found = await this.find(testId);
      return (await found.evaluate((node) => node instanceof HTMLButtonElement && node.disabled)) ? null : found;
    });
  }

  /** Clicks with the mouse, once the button may be clicked. */
  async click(testId: string): Promise<void> {
    const element = await this.enabled(testId);
    await this.reveal(element);
    await element.click();
  }

  /** Replaces what a field holds at once, as pasting does: key by key costs more than all that the tests are about. */
  async type(testId: string, value: string): Promise<void> {
    const field = await this.find(testId);
    await this.reveal(field);
    await field.evaluate((node, text) => {
      if (!(node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement))
        throw new Error('This is no field');
      node.focus();
      node.select();
      // The editor's own command, so that the page hears what it hears of a hand.
      document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    }, value);
  }

  async choose(testId: string, value: string): Promise<void> {
    await this.find(testId);
    await this.page.select(selectorOf(testId), value);
  }

  async value(testId: string): Promise<string> {
    return (await this.find(testId)).evaluate((node) =>
      node instanceof HTMLInputElement || node instanceof HTMLSelectElement ? node.value : '',
    );
  }

  /** What an element says to the eye, hidden parts left out; empty where it is not there. */
  async text(testId: string): Promise<string> {
    return (await this.texts(testId))[0] ?? '';
  }

  async texts(testId: string): Promise<readonly string[]> {
    return this.page.evaluate(
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the admin reads
      (selector) => [...document.querySelectorAll<HTMLElement>(selector)].map((node) => node.innerText.trim()),
      selectorOf(testId),
    );
  }

  /** Waits until an element says something that fits, and gives what it says. */
  async waitText(testId: string, pattern: RegExp, timeout = patience): Promise<string> {
    let last = '';
    try {
      return await eventually(
        `${testId} to say ${pattern}`,
        async () => {
          last = await this.text(testId);
          return pattern.test(last) ? last : null;
        },
        timeout,
      );
    } catch (error) {
      throw new Error(`${String(error)}; it said: ${JSON.stringify(last)}`);
    }
  }

  async content(): Promise<string> {
    return this.page.content();
  }

  /** Takes a picture of the window, of the whole page, or of the page without the window's empty rest. */
  async screenshot(path: `${string}.png`, extent: 'window' | 'page' | 'content' = 'window'): Promise<void> {
    // A tab in the background is not painted, and Chromium waits a minute for it.
    await this.page.bringToFront();
    const { width, height } = await this.page.evaluate(() => document.body.getBoundingClientRect().toJSON());
    await this.page.screenshot({
      path,
      fullPage: extent === 'page',
      ...(extent === 'content' ? { clip: { x: 0, y: 0, width: Math.ceil(width), height: Math.ceil(height) } } : {}),
    });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

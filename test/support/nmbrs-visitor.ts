import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { eventually } from '../browser/companion-page.ts';
import type { SandboxReady } from '../sandbox/server.ts';
import { findControl, findIcon, findText } from './nmbrs-elements.ts';

/** The password of the sandbox's admin (test/sandbox/nmbrs/pages/README.md). */
const password = 'Welkom123!';
const patience = 10_000;

/** An admin at the Nmbrs pages: finds things by what they say, as people do, and presses them with the mouse. */
export class NmbrsVisitor {
  readonly page: Page;
  private readonly ready: SandboxReady;

  constructor(page: Page, ready: SandboxReady) {
    this.page = page;
    this.ready = ready;
  }

  /** The part of the page that changes: a frame of its own in one variant. */
  get content(): Frame {
    return this.page.frames().find((frame) => frame.url().includes('Frame.aspx')) ?? this.page.mainFrame();
  }

  /** Opens the application, with a log-in where it wants one. */
  async enter(): Promise<void> {
    await this.page.goto(this.ready.nmbrs.app);
    if ((await this.page.$('#txtPassword')) !== null) await this.logIn();
    await eventually('the shell', () => this.page.$('.user'), patience);
  }

  async logIn(): Promise<void> {
    await this.page.type('#txtEmail', this.ready.nmbrs.email);
    await this.page.type('#txtPassword', password);
    await Promise.all([this.page.waitForNavigation(), this.page.click('#btnLogin')]);
  }

  /** Waits for something that says exactly this, capitals aside. */
  text(text: string, timeout = patience): Promise<ElementHandle<Element>> {
    return eventually(`“${text}”`, () => this.handle(this.content, findText, text), timeout);
  }

  /** Waits until nothing says this any more: the page has been drawn anew. */
  async gone(text: string): Promise<void> {
    const isGone = async () => ((await this.handle(this.content, findText, text)) === null ? true : null);
    await eventually(`“${text}” to go`, isGone, patience);
  }

  async press(text: string): Promise<void> {
    await this.pressWhen(`“${text}”`, () => this.handle(this.content, findText, text));
  }

  /** Presses what stands outside of the changing part: the rail and the menu. */
  async pressShell(text: string): Promise<void> {
    await this.pressWhen(`“${text}”`, () => this.handle(this.page.mainFrame(), findText, text));
  }

  async openProfile(item: string): Promise<void> {
    await this.page.click('.user');
    await this.pressShell(item);
  }

  /** Presses an icon in the row of a template: 1 is the dashboard, 2 its users, 3 the API rights. */
  async pressIcon(row: string, column: number): Promise<void> {
    await this.pressWhen(`the icon of “${row}”`, () => this.handle(this.content, findIcon, row, column));
  }

  /** What shows the state of a right and switches it. */
  control(method: string): Promise<ElementHandle<Element>> {
    return eventually(method, () => this.handle(this.content, findControl, method), patience);
  }

  async pressRight(method: string): Promise<void> {
    await this.pressWhen(method, () => this.handle(this.content, findControl, method));
  }

  /**
   * Presses it and waits until its row looks otherwise. Whoever presses again before that asks for the same once more:
   * the page itself does not know yet that it was switched.
   */
  async switchRight(method: string): Promise<void> {
    const look = async () =>
      (await this.control(method))
        .evaluate((node) => node.closest('tr, [role=row]')?.outerHTML ?? '')
        .catch(() => null);
    const before = await eventually(method, look, patience);
    await this.pressRight(method);
    const isDrawn = async () => {
      const now = await look();
      return now === null || now === before ? null : true;
    };
    await eventually(`${method} to look otherwise`, isDrawn, patience);
  }

  /** Chooses a service in whatever kind of list the page has. */
  async chooseService(label: string): Promise<void> {
    const found = await eventually(
      'the list of services',
      async () =>
        (await this.handle(this.content, findText, label)) ?? (await this.content.$('.mat-select, .x-form-trigger')),
      patience,
    );
    const chosen = await found.evaluate((node) => {
      const list = node.closest('select');
      if (!(list && node instanceof HTMLOptionElement)) return false;
      list.value = node.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    });
    if (chosen) return;
    await (await this.content.$('.mat-select, .x-form-trigger'))?.click();
    await this.press(label);
  }

  /** From the shell to the API rights of a template. */
  async openRights(
    template: string,
    labels = { settings: 'settings', group: 'user accounts', item: 'template users' },
  ) {
    await this.pressShell(labels.settings);
    await this.press(labels.group);
    await this.press(labels.item);
    await this.pressIcon(template, 3);
  }

  /** Null also while the frame is on its way to another page. */
  private async handle(
    frame: Frame,
    find: (name: string, column: number) => Element | null,
    name: string,
    column = 0,
  ): Promise<ElementHandle<Element> | null> {
    const found = await frame.evaluateHandle(find, name, column).catch(() => null);
    return (found?.asElement() ?? null) as ElementHandle<Element> | null;
  }

  /** The page may replace what was found before the mouse is there: then it is looked for again. */
  private async pressWhen(what: string, find: () => Promise<ElementHandle<Element> | null>): Promise<void> {
    await eventually(
      what,
      async () => {
        const found = await find();
        if (!found) return null;
        return found.click().then(
          () => true,
          () => null,
        );
      },
      patience,
    );
  }
}

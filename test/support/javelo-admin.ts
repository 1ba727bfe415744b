import type { Frame, Page } from 'puppeteer-core';
import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import type { SandboxReady } from './sandbox-control.ts';

/** Clicks the first element of a kind that says so, wherever in the document it is. */
export async function clickText(where: Page | Frame, selector: string, text: RegExp): Promise<void> {
  await eventually(`${selector} that says ${text}`, async () => {
    for (const element of await where.$$(selector)) {
      if (!text.test((await element.evaluate((node) => node.textContent).catch(() => null)) ?? '')) continue;
      return element.click().then(
        () => true,
        // Drawn anew in between: what stands there now is pressed.
        (error: unknown) => {
          if (/detached from document/.test(String(error))) return null;
          throw error;
        },
      );
    }
    return null;
  });
}

/** Begins the hand-over on the companion's own page, as the admin does; the flow's host is the sandbox's. */
export async function beginHandover(
  companion: Companion,
  ready: SandboxReady,
  way: 'hosted' | 'direct',
): Promise<CompanionPage> {
  const options = await companion.openOptions('way');
  await options.type('way-flow-host', 'connect.kombo.localhost');
  await options.click('way-flow-host-save');
  // What it answers is drawn too, and would be drawn over what comes next.
  await options.enabled('way-flow-host-save');
  await options.type('way-address', ready.javelo.app);
  await options.click(`way-${way}-begin`);
  await eventually(`the ${way} way to be begun`, async () => {
    if ((await options.text(`way-${way}-begun`)) !== '') return true;
    for (const trouble of ['error', 'refused']) {
      const said = await options.text(`way-${way}-${trouble}`);
      if (said !== '') throw new Error(`The ${way} way was not begun: ${said}`);
    }
    return null;
  });
  return options;
}

/** Opens Javelo's page of integrations, logging in on the way. */
export async function openIntegrations(companion: Companion, ready: SandboxReady): Promise<Page> {
  const page = await companion.driver.browser.newPage();
  await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 1 });
  await page.goto(`${ready.javelo.app}/auth/login`, { waitUntil: 'load' });
  // Whoever is logged in already sees no form.
  await page.waitForSelector('.login, header.top');
  if (await page.$('.login')) await clickText(page, 'main button', /Log in|Se connecter/);
  await page.waitForSelector('header.top');
  await page.goto(`${ready.javelo.app}/settings/integrations`, { waitUntil: 'load' });
  await page.waitForSelector('.settings h1');
  return page;
}

/** Presses a button of an integration's card or row. */
export async function pressIntegration(page: Page, name: string, button: RegExp): Promise<void> {
  await eventually(`the card of ${name}`, async () => {
    for (const card of await page.$$('.card, tr')) {
      const title = await card.$eval('h3, strong', (node) => node.textContent).catch(() => null);
      if (title !== name) continue;
      for (const each of await card.$$('button')) {
        if (!button.test((await each.evaluate((node) => node.textContent).catch(() => null)) ?? '')) continue;
        // A page that is being drawn anew may have taken the button away since; then the next one is pressed.
        return each.click().then(
          () => true,
          () => null,
        );
      }
    }
    return null;
  });
}

/** The frame of the connection flow. */
export async function flowFrame(page: Page): Promise<Frame> {
  return eventually('the flow', async () => page.frames().find((frame) => /\/link\//.test(frame.url())) ?? null);
}

/** Presses the flow's cross. With the page's own mouse: the frame is gone before it could say that it was clicked. */
export async function closeFlow(page: Page, flow: Frame): Promise<void> {
  const box = await (await flow.waitForSelector('button.close'))?.boundingBox();
  if (!box) throw new Error('The flow shows no cross');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** What a field of the flow holds; null where there is no such field. */
export async function flowField(frame: Frame, name: string): Promise<string | null> {
  return frame.$eval(`#${name}`, (node) => (node as HTMLInputElement).value).catch(() => null);
}

import { browser } from './browser.ts';

const colours = { busy: '#4f46e5', trouble: '#c2410c' } as const;

/** The few characters on the icon. */
export async function showBadge(text: string, tone: keyof typeof colours): Promise<void> {
  await browser.action.setBadgeText({ text });
  if (text) await browser.action.setBadgeBackgroundColor({ color: colours[tone] });
}

/** `!` where somebody is needed, nothing when all is well. */
export async function showNeed(isNeeded: boolean): Promise<void> {
  await showBadge(isNeeded ? '!' : '', 'trouble');
}

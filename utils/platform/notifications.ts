import { browser } from './browser.ts';

const texts = { quarantine: 'notifyQuarantine', paused: 'notifyPaused', approval: 'notifyApproval' } as const;

/** Shows a notification, where the admin allowed it; one with the same id takes the place of the one before. */
export async function notify(id: string, kind: keyof typeof texts): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icon/128.png'),
    title: browser.i18n.getMessage('name'),
    message: browser.i18n.getMessage(texts[kind]),
  });
}

/** Opens the dashboard from a notification. To be registered synchronously at the worker's start. */
export function openFromNotification(): void {
  // Absent until the permission is given; then the next start of the worker registers it.
  browser.notifications?.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    void browser.runtime.openOptionsPage();
  });
}

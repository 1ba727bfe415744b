import { browser } from './browser.ts';
import { exclusively } from './exclusively.ts';

/** A content script of the build, and the match patterns of the pages it may be put into. */
export interface PageScript {
  /** As WXT names its file: `content-scripts/<id>.js`. */
  readonly id: string;
  readonly patterns: readonly string[];
  readonly allFrames: boolean;
}

/**
 * Registers each script for those of its pages that the admin has granted, and no others: installing asks for no host
 * (nmbrs-ui.md §7.3, way b). Tabs that are already open get theirs at once where `openTabsToo`, since they would
 * otherwise wait for a reload; a script that is there already must notice that itself. Safe to call as often as one likes.
 */
export async function registerPageScripts(scripts: readonly PageScript[], openTabsToo: boolean): Promise<void> {
  await exclusively('content-scripts', async () => {
    const wanted = await Promise.all(scripts.map(async (script) => ({ ...script, matches: await granted(script) })));
    await browser.scripting.unregisterContentScripts();
    const registered = wanted.filter(({ matches }) => matches.length > 0);
    if (registered.length === 0) return;
    await browser.scripting.registerContentScripts(
      registered.map(({ id, matches, allFrames }) => ({
        id,
        matches,
        allFrames,
        js: [fileOf(id)],
        runAt: 'document_idle',
        persistAcrossSessions: false,
      })),
    );
    if (openTabsToo) await Promise.all(registered.map(injectIntoOpenTabs));
  });
}

function fileOf(id: string): string {
  return `content-scripts/${id}.js`;
}

/** The script's own patterns where they are granted as they are, and what is granted within them. */
async function granted({ patterns }: PageScript): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const whole = await Promise.all(
    patterns.map(async (pattern) => ((await browser.permissions.contains({ origins: [pattern] })) ? [pattern] : [])),
  );
  const within = origins.filter((origin) => patterns.some((pattern) => isWithin(origin, pattern)));
  return [...new Set([...whole.flat(), ...within])];
}

/** Whether everything that `inner` matches is matched by `outer`; both are `scheme://[*.]host/*`. */
export function isWithin(inner: string, outer: string): boolean {
  const read = (pattern: string) => /^(https?):\/\/(\*\.)?([a-z0-9.-]+)\/\*$/.exec(pattern);
  const [a, b] = [read(inner), read(outer)];
  if (!a || !b || a[1] !== b[1]) return false;
  if (a[3] === b[3]) return a[2] === undefined || b[2] !== undefined;
  return b[2] !== undefined && (a[3] ?? '').endsWith(`.${b[3]}`);
}

/** A tab that has gone meanwhile, or shows a page that no script may enter, is no failure. */
async function injectIntoOpenTabs({ id, matches, allFrames }: PageScript & { matches: string[] }): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id: tabId }) =>
      tabId === undefined
        ? Promise.resolve()
        : browser.scripting.executeScript({ target: { tabId, allFrames }, files: [fileOf(id)] }),
    ),
  );
}

/*
 * Bundled and put into pages of Nmbrs: the companion's own readers, steps and hands, with a tour that lives in the tab
 * instead of the background, and an admin who does at once whatever the step says. No card, no extension.
 */
import { readAll, switchAll, type WorkPlace } from '../../../entrypoints/nmbrs.content/page-work.ts';
import { reportLines } from '../../../entrypoints/nmbrs.content/report-lines.ts';
import { allPermissions } from '../../../utils/core/permissions/catalogue.ts';
import type { PermissionService } from '../../../utils/core/permissions/permission.ts';
import { checklistOf } from '../../../utils/core/tour/checklist.ts';
import { newTour, type Tour } from '../../../utils/core/tour/tour.ts';
import { type ListedPermission, wantedList } from '../../../utils/core/tour/wanted-list.ts';
import { pause } from '../../../utils/guide/act/bench.ts';
import { press } from '../../../utils/guide/act/press.ts';
import { lookAtPage } from '../../../utils/guide/page/page-index.ts';
import { framedDocument } from '../../../utils/guide/page/roots.ts';
import { isVisible } from '../../../utils/guide/page/visible.ts';
import { toCatalogue } from '../../../utils/guide/read/catalogue.ts';
import { type PageReading, readPage } from '../../../utils/guide/read/page-state.ts';
import { choiceOf } from '../../../utils/guide/tour/choose-row.ts';
import type { Guidance } from '../../../utils/guide/tour/guidance.ts';
import { createWalk } from '../../../utils/guide/tour/walk.ts';
import { guideTexts } from '../../../utils/i18n/bundles/guide.ts';
import { createPlainTranslator } from '../../../utils/i18n/plain-translator.ts';

/** What one step was: where the guide believed to be, what it said, and what it would have had pressed. */
export interface Step {
  readonly state: string;
  readonly confidence: number;
  readonly say: string;
  /** What it points at, as the page calls it; null where it points at nothing. */
  readonly words: string | null;
  readonly sure: boolean;
  readonly actions: readonly string[];
  readonly rows: readonly string[];
  readonly permissions: readonly string[];
  readonly report: readonly string[];
}

// The browsers tell extensions of closed roots; here the page's own script is watched while it makes them.
const roots = new WeakMap<Element, ShadowRoot>();
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
  const root = attach.call(this, init);
  roots.set(this, root);
  return root;
};

const names = (wanted: PermissionService) =>
  allPermissions.filter(({ service }) => service === wanted).map(({ method }) => method);
const catalogue = toCatalogue({
  DebtorService: names('DebtorService'),
  CompanyService: names('CompanyService'),
  EmployeeService: names('EmployeeService'),
});

interface Memory {
  tour: Tour;
  listed: readonly ListedPermission[] | null;
}

const begun: Memory = { tour: newTour('acme'), listed: null };
const memory = (): Memory => JSON.parse(sessionStorage.getItem('walk') ?? JSON.stringify(begun)) as Memory;
const remember = (part: Partial<Memory>): void =>
  sessionStorage.setItem('walk', JSON.stringify({ ...memory(), ...part }));

const walk = createWalk(catalogue, () => performance.now());
const known = () => {
  const { tour, listed } = memory();
  const wanted = wantedList(listed);
  return { tour, wanted, checklist: checklistOf(tour, wanted) };
};
const look = (): PageReading =>
  readPage(
    lookAtPage(document, { shadowRootOf: (element) => roots.get(element) ?? element.shadowRoot }),
    location.pathname,
    catalogue,
  );
const tell = async (news: object): Promise<void> => remember({ tour: { ...memory().tour, ...news } });
let asked = 0;
let stopAfter = Number.POSITIVE_INFINITY;
const place: WorkPlace = {
  bench: { look, stopped: () => stopAfter <= 0, catalogue },
  view: known,
  tell,
  progress: () => {
    stopAfter -= 1;
  },
  asks: () => {
    asked += 1;
  },
};

const texts = createPlainTranslator(guideTexts, ['en']);

async function now(): Promise<{ readonly step: Guidance; readonly reading: PageReading }> {
  const reading = look();
  await tell(walk.learn(reading, known()));
  const { step, lookAgainMs } = walk.show(reading, known());
  return lookAgainMs === null ? { step, reading } : pause(Math.min(60, lookAgainMs)).then(now);
}

const nameOf = ({ step, reading }: Awaited<ReturnType<typeof now>>): string => `${reading.state} ${step.say}`;

/** A page or a frame in it whose own scripts may not hear a press yet, whatever is drawn already. */
const loading = (): boolean =>
  [document, ...[...document.querySelectorAll('iframe')].map(framedDocument)].some(
    (page) => page !== null && page.readyState !== 'complete',
  );

/** What the page has come to rest at. */
async function rest(): Promise<Awaited<ReturnType<typeof now>>> {
  for (let before = await now(); ; ) {
    await pause(50);
    const again = await now();
    // Whoever sees that a page is on its way waits for it, however long it takes.
    const coming = again.reading.index.query('.loading').some(isVisible);
    if (nameOf(again) === nameOf(before) && !coming && !loading()) return again;
    before = again;
  }
}

let report: readonly string[] = [];

const written = ({ step, reading }: Awaited<ReturnType<typeof now>>): Step => ({
  state: reading.state,
  confidence: reading.confidence,
  say: step.say,
  words: step.target?.words ?? null,
  sure: (step.target?.confidence ?? 0) >= 0.85,
  actions: step.actions,
  rows: step.rows.map(({ name, section, ordinal }) => `${section}: ${name} ${ordinal}`),
  permissions: step.permissions.map(({ service, method }) => `${service}.${method}`),
  report,
});

/** Does what the step says, as an admin who lets the guide do all it offers. False where nothing is to be done. */
async function answer({ step, reading }: Awaited<ReturnType<typeof now>>): Promise<boolean> {
  switch (step.say) {
    case 'chooseRoute':
      await tell({ route: 'mine', template: null });
      return true;
    case 'readServices':
      report = (await readAll(place)) ? [] : ['service'];
      return true;
    case 'switchOn': {
      walk.switched();
      const done = await switchAll(place, step.permissions, 'on');
      report = reportLines(texts, done, step.permissions.length);
      stopAfter = Number.POSITIVE_INFINITY;
      return true;
    }
  }
  if (!step.target) return false;
  // Where it is not sure enough to press, it asks, and the admin who agrees presses himself.
  const element = walk.toPress(step, reading, known()) ?? step.target.element;
  const news = walk.pressed(element, reading, known().tour);
  if (news) await tell(news);
  press(element);
  return true;
}

const walker = {
  /** Begins anew; with a list where the admin comes from Javelo's flow. */
  begin: (listed: readonly ListedPermission[] | null = null): void => remember({ ...begun, listed }),
  tour: (): Tour => memory().tour,
  now: async (): Promise<Step> => written(await rest()),
  /** Follows the steps until it comes to one of `ends`, or to one that nothing comes of. */
  async walkTo(ends: readonly string[]): Promise<readonly Step[]> {
    const steps: Step[] = [];
    for (let count = 0; count < 40; count += 1) {
      const at = await rest();
      steps.push(written(at));
      if (ends.includes(at.step.say) || !(await answer(at))) return steps;
      // Like an admin, it does not press again while a page is on its way.
      for (let tries = 0; tries < 60 && (await now()).step.say === at.step.say; tries += 1) await pause(50);
      const stuck = steps.slice(-4);
      if (stuck.length === 4 && stuck.every(({ say }) => say === at.step.say)) return steps;
    }
    return steps;
  },
  /** Does what the present step says, once. */
  async act(): Promise<Step> {
    await answer(await rest());
    return written(await rest());
  },
  async undo(): Promise<Step> {
    const { switchedOn } = known().tour;
    report = reportLines(texts, await switchAll(place, switchedOn, 'off'), switchedOn.length);
    return written(await rest());
  },
  /** Chooses the n-th of the rows that the step offers. */
  async pick(which: number): Promise<void> {
    const row = (await now()).step.rows[which];
    if (!row) throw new Error(`There is no row ${which} to choose`);
    await tell({ template: choiceOf(row) });
  },
  tell,
  async goOn(): Promise<void> {
    const news = walk.goOn((await now()).step);
    if (news) await tell(news);
  },
  /** Ends the work after so many more permissions. */
  stopAfter: (count: number): void => {
    stopAfter = count;
  },
  asked: (): number => asked,
  claim: async (): Promise<void> => {
    const { tour } = memory();
    const template = walk.claim(tour);
    if (tour.template === null) await tell({ template });
  },
};
export type Walker = typeof walker;
Object.assign(globalThis, { walker });

import { press } from '../../utils/guide/act/press.ts';
import { lookAtPage, type PageIndex } from '../../utils/guide/page/page-index.ts';
import type { MethodCatalogue } from '../../utils/guide/read/catalogue.ts';
import { type PageReading, readPage } from '../../utils/guide/read/page-state.ts';
import type { TemplateRow } from '../../utils/guide/read/templates.ts';
import { describeStructure } from '../../utils/guide/report/structure.ts';
import { choiceOf } from '../../utils/guide/tour/choose-row.ts';
import type { CardAction, Guidance } from '../../utils/guide/tour/guidance.ts';
import { createWalk } from '../../utils/guide/tour/walk.ts';
import type { GuideTranslate } from '../../utils/i18n/bundles/guide.ts';
import { tellBackground } from '../../utils/messaging/content-client.ts';
import type { Observed, TourView } from '../../utils/messaging/schemas/guide.ts';
import { shadowRootOf } from '../../utils/platform/shadow-root.ts';
import { captureToken } from './capture.ts';
import type { CardState, Work } from './card-state.ts';
import { createCardView } from './card-view.tsx';
import { readAll, switchAll, type WorkPlace } from './page-work.ts';
import { reportLines } from './report-lines.ts';
import { watchPage } from './watch-page.ts';

export interface GuideSession {
  /** The background knows something new. */
  update(view: TourView): void;
  capture(consent: string): Promise<boolean>;
  end(): void;
}

interface SessionStart {
  readonly t: GuideTranslate;
  readonly view: TourView;
  readonly catalogue: MethodCatalogue;
  readonly left: () => void;
}

/** How long a page may stay unknown before the guide stops watching it. */
const patienceMs = 6_000;

/** The guide in one page: looks, tells the background what became true, shows the next step, does what the admin asks. */
export function startSession({ t, view: begun, catalogue, left }: SessionStart): GuideSession {
  let view = begun;
  let work: Work | null = null;
  let confirm: CardState['confirm'] = null;
  let report: readonly string[] = [];
  let stopped = false;
  let ended = false;
  let knownAtMs = performance.now();
  let step: Guidance | null = null;

  const walk = createWalk(catalogue, () => performance.now());
  const card = createCardView(t, { act, pick, confirm: decide, stop, leave });
  const lookOnly = (): PageIndex => lookAtPage(document, { shadowRootOf, ignore: card.host });
  const look = (): PageReading => readPage(lookOnly(), location.pathname, catalogue);
  const watch = watchPage(cycle, card.host, pressed);
  const place: WorkPlace = {
    bench: { look, stopped: () => stopped || ended, catalogue },
    view: () => view,
    tell,
    progress: (done, total) => {
      if (work) work = { ...work, kind: work.kind === 'asking' ? 'switching' : work.kind, done, total };
      draw(look());
    },
    asks: () => {
      if (work) work = { ...work, kind: 'asking' };
      draw(look());
    },
  };
  cycle();

  function cycle(): void {
    if (ended) return;
    const reading = look();
    watch.watch(reading.index.roots);
    if (reading.state !== 'unknown') knownAtMs = performance.now();
    else if (performance.now() - knownAtMs > patienceMs) watch.rest();
    if (work === null) {
      const news = walk.learn(reading, view);
      if (Object.keys(news).length > 0) void tell(news);
    }
    draw(reading);
  }

  function draw(reading: PageReading): void {
    const before = step?.say;
    const { step: now, lookAgainMs } = walk.show(reading, view);
    step = now;
    if (lookAgainMs !== null) watch.nudge(lookAgainMs);
    if (before !== undefined && before !== step.say && work === null) {
      confirm = null;
      if (!step.say.startsWith('rightsDone') && before !== 'readServices') report = [];
    }
    const service = reading.state === 'apiRights' ? reading.rights.services?.current : null;
    const rights = service ? (view.tour.services[service] ?? null) : null;
    card.show({ view, step, work, confirm, report, rights }, reading);
  }

  async function tell(news: Observed): Promise<void> {
    // Believed at once, so that a second look does not tell it again while the background writes.
    view = { ...view, tour: { ...view.tour, ...news } as TourView['tour'] };
    const answer = await tellBackground('guide.observed', news);
    if (!answer.ok) report = [t('guide.report.failed')];
    else if (answer.data) view = answer.data;
    if (!ended && work === null) draw(look());
  }

  function pressed(target: Element): void {
    const news = walk.pressed(target, look(), view.tour);
    if (news) void tell(news);
  }

  function pick(row: TemplateRow): void {
    void tell({ template: choiceOf(row) });
  }

  function stop(): void {
    stopped = true;
  }

  function leave(): void {
    void tellBackground('guide.leave', null);
    left();
  }

  function act(action: CardAction, event: MouseEvent): void {
    if (!trusted(event)) return;
    report = [];
    switch (action) {
      case 'press':
        pressTarget();
        break;
      case 'routeOwn':
      case 'routeMine':
        void tell({ route: action === 'routeOwn' ? 'own' : 'mine', template: null });
        break;
      case 'goOn':
        goOn();
        break;
      case 'thisTemplate':
        claim();
        break;
      case 'otherTemplate':
        report = [t('guide.say.wrongTemplate', { name: view.tour.template?.name ?? '' })];
        break;
      case 'readServices':
        void run('reading', 3, async () => ((await readAll(place)) ? [] : [t('guide.report.service')]));
        break;
      case 'switchOn':
      case 'undo':
        confirm = action;
        break;
      case 'handOver':
        void tellBackground('token.ask', null).then(failed);
        break;
      case 'check':
        void run('checking', 1, check);
        break;
      case 'showRefused':
        void tell({ focus: step?.permissions[0] ?? null });
        break;
      case 'lookAgain':
        knownAtMs = performance.now();
        break;
      case 'copyStructure':
        void copy();
        break;
    }
    cycle();
  }

  function trusted(event: MouseEvent): boolean {
    const trust = card.trusts(event);
    if (!trust && event.isTrusted) {
      report = [t('guide.card.covered')];
      draw(look());
    }
    return trust;
  }

  function goOn(): void {
    const news = step && walk.goOn(step);
    if (news) void tell(news);
  }

  /** The rights that are open are those of the template that was meant. */
  function claim(): void {
    const template = walk.claim(view.tour);
    if (view.tour.template === null) void tell({ template });
  }

  /** Looks for the target again right before it is pressed. */
  function pressTarget(): void {
    const target = step && walk.toPress(step, look(), view);
    if (target) pressed(target);
    if (!target || !press(target)) report = [t('guide.report.pressed')];
    watch.nudge(0);
  }

  function decide(yes: boolean, event: MouseEvent): void {
    const kind = confirm;
    confirm = null;
    if (!yes || kind === null || !trusted(event)) {
      draw(look());
      return;
    }
    const permissions = kind === 'undo' ? view.tour.switchedOn : (step?.permissions ?? []);
    walk.switched();
    void run('switching', permissions.length, async () =>
      reportLines(t, await switchAll(place, permissions, kind === 'undo' ? 'off' : 'on'), permissions.length),
    );
  }

  async function run(kind: Work['kind'], total: number, job: () => Promise<readonly string[]>): Promise<void> {
    if (work) return;
    stopped = false;
    work = { kind, done: 0, total };
    draw(look());
    try {
      report = await job();
    } catch {
      report = [t('guide.report.failed')];
    }
    work = null;
    if (!ended) cycle();
  }

  async function check(): Promise<readonly string[]> {
    const answer = await tellBackground('doctor.run', null);
    if (!answer.ok) return [t('guide.report.failed')];
    const fresh = await tellBackground('guide.hello', null);
    if (fresh.ok && fresh.data) view = fresh.data;
    return [];
  }

  async function copy(): Promise<void> {
    const text = describeStructure(lookOnly(), card.host);
    try {
      await navigator.clipboard.writeText(text);
      report = [t('guide.report.copied')];
    } catch {
      report = [t('guide.report.failed')];
    }
    draw(look());
  }

  function failed({ ok }: { readonly ok: boolean }): void {
    if (ok) return;
    report = [t('guide.report.failed')];
    draw(look());
  }

  return {
    update(next) {
      view = next;
      cycle();
    },
    capture: (consent) => captureToken(lookOnly, consent),
    end() {
      ended = true;
      watch.stop();
      card.remove();
    },
  };
}

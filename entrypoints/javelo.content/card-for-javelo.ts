import type { CardAction, CardContent } from '../../components/in-page/card-message.tsx';
import { nameOf } from '../../utils/guide/javelo/find.ts';
import type { JaveloReading } from '../../utils/guide/javelo/integrations-page.ts';
import type { JaveloPagesTexts } from '../../utils/i18n/bundles/javelo-pages.ts';
import type { HandoverStatus } from '../../utils/messaging/contract/handover.ts';
import type { FillingFrame } from './filling-frame.ts';

export interface TakenOver {
  readonly ok: boolean;
  readonly accounts: number | null;
}

interface Situation {
  readonly reading: JaveloReading;
  readonly status: HandoverStatus;
  readonly frame: FillingFrame | null;
  readonly leftHalfWay: boolean;
  readonly ended: boolean;
  readonly taken: TakenOver | null;
  take(token: string): Promise<void>;
  openCompanion(): Promise<void>;
}

interface Shown {
  readonly content: CardContent;
  readonly ring: Element | null;
}

/** What to say in this situation, and what to draw attention to; null = nothing. */
export function cardForJavelo(t: JaveloPagesTexts, situation: Situation): Shown | null {
  const { reading, status, frame, ended, taken } = situation;
  const companion: CardAction = { label: t('openCompanion'), kind: 'primary', act: situation.openCompanion };
  const plain = (tone: CardContent['tone'], title: string, text: string, ...actions: CardAction[]): Shown => ({
    content: { tone, title, text, actions },
    ring: null,
  });
  if (frame) {
    // In a frame that is known, the card of the flow itself speaks.
    if (status.frameKnown) return null;
    return plain('bad', t('frame.title'), t('frame.text', { host: frame.host }));
  }
  if (ended) return plain('good', t('connected.title'), t('connected.text'));
  if (taken?.ok) {
    const text = taken.accounts === null ? t('takenUntested.text') : t('taken.text', { accounts: taken.accounts });
    return plain('good', t('taken.title'), text, companion);
  }
  if (reading.page === 'login') return plain('info', t('login.title'), t('login.text'));
  if (reading.page === 'other') {
    return { ...plain('info', t('way.title'), t('way.text')), ring: reading.way };
  }
  return status.way === 'direct' ? cardForScim(t, reading, situation, companion) : cardForNmbrs(t, reading, situation);
}

type Integrations = Extract<JaveloReading, { page: 'integrations' }>;

function cardForNmbrs(t: JaveloPagesTexts, { nmbrs }: Integrations, { leftHalfWay }: Situation): Shown | null {
  if (!nmbrs?.open || nmbrs.connected) return null;
  const button = nameOf(nmbrs.open);
  const state = leftHalfWay ? 'half' : 'connect';
  return {
    content: {
      tone: leftHalfWay ? 'bad' : 'info',
      title: t(`${state}.title`, { button }),
      text: t(`${state}.text`, { button }),
      actions: [],
    },
    ring: nmbrs.open,
  };
}

function cardForScim(
  t: JaveloPagesTexts,
  { scim, scimWindow }: Integrations,
  { taken, take }: Situation,
  companion: CardAction,
): Shown | null {
  const token = scimWindow?.token;
  if (token && taken === null) {
    const { element, value } = token;
    const act = () => take(value);
    return {
      content: {
        tone: 'info',
        title: t('take.title'),
        text: t('take.text'),
        actions: [{ label: t('take.action'), kind: 'primary', act }],
      },
      ring: element,
    };
  }
  if (taken && !taken.ok) {
    return {
      content: { tone: 'bad', title: t('notTaken.title'), text: t('notTaken.text'), actions: [companion] },
      ring: scimWindow?.activate ?? null,
    };
  }
  const target = scimWindow ? scimWindow.activate : (scim?.open ?? null);
  if (!target) return null;
  const step = scimWindow ? 'activate' : 'scim';
  const text = t(`${step}.text`);
  const title = t(`${step}.title`, { button: nameOf(target) });
  const note = scimWindow ? { note: t('activate.note') } : {};
  return { content: { tone: 'info', title, text, ...note, actions: [] }, ring: target };
}

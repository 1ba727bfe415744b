import type { CardAction, CardContent } from '../../components/in-page/card-message.tsx';
import { nameOf } from '../../utils/guide/javelo/find.ts';
import type { FlowReading } from '../../utils/guide/javelo/flow-page.ts';
import { mayWrite } from '../../utils/guide/javelo/flow-permissions.ts';
import type { FlowTexts } from '../../utils/i18n/bundles/flow.ts';
import type { HandoverStatus } from '../../utils/messaging/contract/handover.ts';

interface Situation {
  readonly reading: FlowReading;
  readonly status: HandoverStatus;
  /** The last click came to nothing. */
  readonly failed: boolean;
  readonly ended: boolean;
  /** The fields were filled after what is refused now was refused. */
  readonly filledSince: boolean;
  goOn(): Promise<void>;
  fill(page: 'subdomain' | 'credentials'): Promise<void>;
  keepList(): Promise<void>;
  openCompanion(): Promise<void>;
}

interface Shown {
  readonly content: CardContent;
  readonly ring: Element | null;
}

/** What to say on this page of the flow, what one click does, and what to draw attention to. */
export function cardForFlow(t: FlowTexts, situation: Situation): Shown {
  const shown = cardForPage(t, situation);
  if (!situation.failed || situation.ended) return shown;
  // What came to nothing may be tried again: the page's own action stays.
  return { ...shown, content: { ...shown.content, tone: 'bad', title: t('refused.title'), text: t('refused.text') } };
}

function cardForPage(t: FlowTexts, situation: Situation): Shown {
  const { reading, status, ended } = situation;
  const companion: CardAction = { label: t('openCompanion'), kind: 'plain', act: situation.openCompanion };
  const say = (tone: CardContent['tone'], title: string, text: string, ...actions: CardAction[]): Shown => ({
    content: { tone, title, text, actions },
    ring: null,
  });
  if (ended) return say('good', t('connected.title'), t('connected.text'));
  if (status.way === 'direct') return say('bad', t('flow.direct.title'), t('flow.direct.text'), companion);
  if (!status.has.token) return say('bad', t('flow.noToken.title'), t('flow.noToken.text'), companion);
  switch (reading.page) {
    case 'intro': {
      const action: CardAction = { label: t('flow.goOn'), kind: 'primary', act: situation.goOn };
      return { ...say('info', t('flow.intro.title'), t('flow.intro.text'), action), ring: reading.onward };
    }
    case 'subdomain':
      return pageToFill(t, situation, 'subdomain');
    case 'permissions': {
      const action: CardAction = { label: t('flow.permissions.action'), kind: 'primary', act: situation.keepList };
      const title = t('flow.permissions.title', { count: reading.permissions.length });
      const shown = say('info', title, t('flow.permissions.text'), action);
      const writing = reading.permissions.map(({ method }) => method).filter(mayWrite);
      const note = t('flow.permissions.writes', { names: writing.slice(0, 5).join(', ') });
      return writing.length === 0 ? shown : { ...shown, content: { ...shown.content, note, tone: 'bad' } };
    }
    case 'credentials':
      return pageToFill(t, situation, 'credentials');
    case 'done':
    case 'unknown':
      return say('info', t('flow.unknown.title'), t('flow.unknown.text'), companion);
  }
}

function pageToFill(t: FlowTexts, { reading, fill, filledSince }: Situation, page: 'subdomain' | 'credentials'): Shown {
  const action: CardAction = { label: t(`flow.${page}.action`), kind: 'primary', act: () => fill(page) };
  const { refusal, fields, onward } = reading;
  if (refusal && !filledSince) {
    const title = t(`flow.refused.${refusal.field ?? 'other'}`);
    const text = t('flow.refused.text', { said: refusal.text });
    return {
      content: { tone: 'bad', title, text, actions: [action] },
      ring: refusal.field ? (fields[refusal.field] ?? null) : null,
    };
  }
  const isFilled = page === 'credentials' && fields.email?.value !== '' && fields.token?.value !== '';
  if (isFilled && onward) {
    const title = t('flow.filled.title', { button: nameOf(onward) });
    return { content: { tone: 'good', title, text: t('flow.filled.text'), actions: [] }, ring: onward };
  }
  const field = page === 'subdomain' ? fields.subdomain : fields.email;
  return {
    content: { tone: 'info', title: t(`flow.${page}.title`), text: t(`flow.${page}.text`), actions: [action] },
    ring: field ?? null,
  };
}

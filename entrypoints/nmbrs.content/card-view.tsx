import { type CardShell, createCardShell } from '../../components/in-page/card-shell.tsx';
import { sure } from '../../utils/guide/locate/located.ts';
import type { PageReading } from '../../utils/guide/read/page-state.ts';
import type { GuideTranslate } from '../../utils/i18n/bundles/guide.ts';
import styles from './card.css?inline';
import { CardBody, sentenceOf, workOf } from './card.tsx';
import type { CardDeeds, CardState } from './card-state.ts';

export interface CardView extends Pick<CardShell, 'host' | 'trusts' | 'remove'> {
  show(state: CardState, reading: PageReading): void;
}

/** Draws the guide's card and the ring around what it speaks of. */
export function createCardView(t: GuideTranslate, deeds: CardDeeds): CardView {
  const shell = createCardShell(
    document,
    {
      label: t('guide.card.label'),
      title: t('guide.card.title'),
      collapse: t('guide.card.collapse'),
      expand: t('guide.card.expand'),
      move: t('guide.card.move'),
    },
    styles,
  );
  return {
    host: shell.host,
    trusts: shell.trusts,
    remove: shell.remove,
    show(state, { index, rights, templates }) {
      const { step, work, report } = state;
      const sentence = sentenceOf(t, state);
      shell.show({
        summary: work === null ? sentence : workOf(t, work),
        // That work began is read out, and not how far it is at every step of it.
        spoken: work === null ? [sentence, ...report].join(' ') : workOf(t, { ...work, done: 0 }),
        progress: progressOf(t, state),
        body: <CardBody t={t} state={state} deeds={deeds} />,
        target: work === null ? (step.target?.element ?? null) : null,
        soft: (step.target?.confidence ?? 1) < sure,
        roots: index.roots,
        known: [
          ...rights.rows,
          ...templates.rows.map(({ element, cog }) => ({ element, control: cog?.element ?? null })),
        ],
        mark: { say: step.say, busy: work?.kind ?? null },
      });
    },
  };
}

function progressOf(t: GuideTranslate, { view: { checklist } }: CardState): string {
  const at = checklist.findIndex(({ state }) => state !== 'done');
  return t('guide.card.progress', { step: at < 0 ? checklist.length : at + 1, all: checklist.length });
}

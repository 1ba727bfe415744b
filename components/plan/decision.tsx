import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Button } from '../form/button.tsx';

interface DecisionProps {
  readonly t: Translate;
  /** What is about to happen, with its numbers spelled out. */
  readonly question: string;
  /** The first button, which only asks. */
  readonly ask: string;
  /** The button that does it; it spells the numbers out too. */
  readonly confirm: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly children?: ComponentChildren;
}

/** A large step in two clicks: the second button says in numbers what it does. */
export function Decision({ t, question: words, ask, confirm, busy, onConfirm, children }: DecisionProps) {
  const [asked, setAsked] = useState(false);
  const question = useRef<HTMLFieldSetElement>(null);
  // The first button goes away with the keyboard on it: the question takes it over, and is read out.
  useLayoutEffect(() => question.current?.focus(), [asked]);
  if (!asked) {
    return (
      <div class="form-actions">
        <Button kind="primary" disabled={busy} onClick={() => setAsked(true)} testId="decide">
          {ask}
        </Button>
        {children}
      </div>
    );
  }
  return (
    <fieldset class="decision" ref={question} tabIndex={-1}>
      <legend>{words}</legend>
      <div class="form-actions">
        <Button kind="primary" disabled={busy} onClick={onConfirm} testId="approve">
          {confirm}
        </Button>
        <Button disabled={busy} onClick={() => setAsked(false)} testId="decide-not">
          {t('action.notYet')}
        </Button>
      </div>
    </fieldset>
  );
}

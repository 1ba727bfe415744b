import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { WayView } from '../../../utils/messaging/contract/way.ts';
import { askToReach, hostsOfWay } from '../../../utils/platform/permissions.ts';
import { openTab } from '../../../utils/ui/open-tab.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

interface WayCardProps {
  readonly t: Translate;
  readonly way: 'hosted' | 'direct';
  readonly view: WayView;
  /** The Javelo that was typed. */
  readonly address: string;
  readonly onChanged: (view: WayView) => void;
}

const questions = ['token', 'fresh', 'closed'] as const;

/** One of the two ways: what it means in plain words, what the admin agrees to, and its beginning. */
export function WayCard({ t, way, view, address, onChanged }: WayCardProps) {
  const [remember, setRemember] = useState(false);
  const [refused, setRefused] = useState(false);
  const choose = useAction(async () => onChanged(await background('way.choose', { way })));
  const begin = useAction(async () => {
    // Before anything else is awaited: Firefox forgets the click otherwise.
    const allowed = await askToReach(hostsOfWay(way, address, view.flowPattern));
    setRefused(!allowed);
    if (!allowed) return null;
    const { origin } = await background('handover.begin', { way, address, remember });
    onChanged(await background('way.get', null));
    await openTab(origin);
    return origin;
  });
  const error = choose.error ?? begin.error;
  const state = way === 'hosted' && view.hostedConnected ? 'way.connected' : view.way === way ? 'way.inUse' : null;
  return (
    <Card
      title={t(`way.${way}.title`)}
      aside={state ? <span class={`tag ${state === 'way.connected' ? 'good' : 'idle'}`}>{t(state)}</span> : null}
      testId={`way-${way}`}
    >
      <dl class="answers">
        {questions.map((question) => (
          <div key={question}>
            <dt>{t(`way.question.${question}`)}</dt>
            <dd>{t(`way.${way}.${question}`)}</dd>
          </div>
        ))}
      </dl>
      {way === 'direct' ? (
        <Checkbox
          id="way-remember"
          label={t('connection.remember')}
          hint={t('connection.remember.hint')}
          checked={remember}
          onChange={setRemember}
          testId="way-remember"
        />
      ) : null}
      <p class="faint">{t(`way.consent.${way}`)}</p>
      {error ? <ErrorNotice t={t} error={error} testId={`way-${way}-error`} /> : null}
      {refused ? <Notice tone="warn" title={t('way.refused')} testId={`way-${way}-refused`} /> : null}
      {begin.result ? <Notice tone="good" title={t('way.begun')} testId={`way-${way}-begun`} /> : null}
      <div class="form-actions">
        <Button
          kind="primary"
          disabled={begin.busy || address.trim() === ''}
          onClick={() => void begin.run()}
          testId={`way-${way}-begin`}
        >
          {t(`way.begin.${way}`)}
        </Button>
        {view.way === way ? null : (
          <Button disabled={choose.busy} onClick={() => void choose.run()} testId={`way-${way}-choose`}>
            {t('way.choose')}
          </Button>
        )}
      </div>
    </Card>
  );
}

import type { ComponentChildren } from 'preact';
import type { Translate } from '../../utils/i18n/translator.ts';
import { background } from '../../utils/messaging/background-client.ts';
import { connectionState } from '../../utils/ui/connection-state.ts';
import { firstAnswer } from '../../utils/ui/first-answers.ts';
import { routeHash } from '../../utils/ui/route.ts';
import { useLoaded } from '../../utils/ui/use-loaded.ts';

interface FirstStepProps {
  readonly t: Translate;
  /** The way out for somebody who is connected; absent = to the preview. */
  readonly children?: ComponentChildren;
}

/** The way out of an empty page: a first preview, or the set-up that has to come before it. */
export function FirstStep({ t, children }: FirstStepProps) {
  const { value } = useLoaded('connection', () => background('connection.get', null));
  const connection = value ?? firstAnswer('connection.get');
  if (connection !== null && connectionState(connection) !== 'connected') {
    return (
      <a class="button primary" href={routeHash({ page: 'setup' })} data-testid="go-setup">
        {t('action.setUp')}
      </a>
    );
  }
  return (
    children ?? (
      <a class="button primary" href={routeHash({ page: 'preview', runId: null })}>
        {t('plan.make')}
      </a>
    )
  );
}

import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Field } from '../../../components/form/field.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { WayView } from '../../../utils/messaging/contract/way.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

interface FlowHostFormProps {
  readonly t: Translate;
  readonly host: string;
  readonly onChanged: (view: WayView) => void;
}

/** Where Javelo's connection flow comes from: inferred, and so the admin's to correct. */
export function FlowHostForm({ t, host, onChanged }: FlowHostFormProps) {
  const [typed, setTyped] = useState(host);
  const save = useAction(async () => {
    const view = await background('way.setFlowHost', { host: typed });
    setTyped(view.flowHost);
    onChanged(view);
  });
  return (
    <details class="advanced">
      <summary>{t('connection.advanced')}</summary>
      <form class="form" onSubmit={(event) => event.preventDefault()}>
        <Field
          id="flow-host"
          label={t('way.flowHost')}
          hint={t('way.flowHost.hint')}
          value={typed}
          onInput={setTyped}
          testId="way-flow-host"
        />
        {save.error ? <ErrorNotice t={t} error={save.error} testId="way-flow-host-error" /> : null}
        <div class="form-actions">
          <Button type="submit" disabled={save.busy} onClick={() => void save.run()} testId="way-flow-host-save">
            {t('action.save')}
          </Button>
        </div>
      </form>
    </details>
  );
}

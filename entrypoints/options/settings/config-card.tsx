import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { saveFile } from '../../../utils/ui/save-file.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

/** The admin's choices as a file, and back: first what would change, then the change. */
export function ConfigCard({ t }: { readonly t: Translate }) {
  const [text, setText] = useState<string | null>(null);
  const save = useAction(async () => {
    const file = await background('config.export', null);
    saveFile(file.fileName, file.text);
  });
  const look = useAction(async (chosen: File) => {
    const read = await chosen.text();
    setText(read);
    return background('config.import', { text: read, apply: false });
  });
  const apply = useAction(async () => {
    if (text === null) return null;
    const done = await background('config.import', { text, apply: true });
    setText(null);
    return done;
  });
  const error = save.error ?? look.error ?? apply.error;
  const differences = look.result?.differences ?? [];
  return (
    <Card title={t('settings.config')} lead={t('settings.config.lead')}>
      {error ? <ErrorNotice t={t} error={error} /> : null}
      <div class="form-actions">
        <Button disabled={save.busy} onClick={() => void save.run()} testId="config-export">
          {t('settings.config.export')}
        </Button>
        <label class="button file-button">
          {t('settings.config.import')}
          <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              apply.reset();
              if (chosen) void look.run(chosen);
            }}
            data-testid="config-import"
          />
        </label>
      </div>
      {text !== null && look.result ? (
        <Notice tone="plain" title={t('settings.config.differences', { count: differences.length })}>
          {differences.length > 0 ? (
            <ul>
              {differences.map(({ path }) => (
                <li key={path}>
                  <code>{path}</code>
                </li>
              ))}
            </ul>
          ) : null}
          <div class="actions">
            <Button
              kind="primary"
              disabled={apply.busy || differences.length === 0}
              onClick={() => void apply.run()}
              testId="config-apply"
            >
              {t('settings.config.apply')}
            </Button>
          </div>
        </Notice>
      ) : null}
      {apply.result ? <Notice tone="good" title={t('settings.config.applied')} testId="config-applied" /> : null}
    </Card>
  );
}

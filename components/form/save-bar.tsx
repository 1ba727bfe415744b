import type { ErrorInfo } from '../../utils/core/errors.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { Button } from './button.tsx';

interface SaveBarProps {
  readonly t: Translate;
  readonly save: {
    readonly busy: boolean;
    readonly error: ErrorInfo | null;
    readonly result: unknown;
    run(): Promise<unknown>;
  };
  readonly isChanged: boolean;
  /** From when it counts. */
  readonly note: string;
}

/** Save, and what came of it; stays in sight below a long form. */
export function SaveBar({ t, save, isChanged, note }: SaveBarProps) {
  const said = save.result !== null && !isChanged ? t('form.saved') : isChanged ? t('form.unsaved') : '';
  return (
    <div class="save-bar">
      {save.error ? <ErrorNotice t={t} error={save.error} testId="save-error" /> : null}
      <div class="form-actions">
        <Button kind="primary" disabled={save.busy || !isChanged} onClick={() => void save.run()} testId="save">
          {t(save.busy ? 'action.saving' : 'action.save')}
        </Button>
        <span class="faint" role="status" data-testid="saved">
          {said}
        </span>
        <span class="faint save-note">{note}</span>
      </div>
    </div>
  );
}

import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import type { ErrorInfo } from '../../../utils/core/errors.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';

interface CardActionsProps {
  readonly t: Translate;
  readonly side: 'nmbrs' | 'javelo';
  readonly canSave: boolean;
  readonly card: {
    readonly host: { readonly granted: boolean | null; readonly host: string | null };
    readonly saving: { readonly busy: boolean };
    readonly testing: { readonly busy: boolean };
    readonly busy: boolean;
    readonly error: ErrorInfo | null;
    readonly justSaved: boolean;
    save(): Promise<void>;
    test(): Promise<void>;
  };
}

/** Save and Test, with what they had to say. */
export function CardActions({ t, side, canSave, card }: CardActionsProps) {
  const asks = card.host.granted === false && card.host.host !== null;
  return (
    <>
      {asks ? <p class="faint">{t('connection.permission', { host: card.host.host ?? '' })}</p> : null}
      <div class="form-actions">
        <Button
          kind="primary"
          type="submit"
          disabled={card.busy || !canSave}
          onClick={() => void card.save()}
          testId={`${side}-save`}
        >
          {t(card.saving.busy ? 'action.saving' : 'action.save')}
        </Button>
        <Button disabled={card.busy || !canSave} onClick={() => void card.test()} testId={`${side}-test`}>
          {t(card.testing.busy ? 'action.testing' : 'action.test')}
        </Button>
        <span class="faint" role="status" data-testid={`${side}-saved`}>
          {card.justSaved ? t('connection.saved') : ''}
        </span>
      </div>
      {card.error ? <ErrorNotice t={t} error={card.error} testId={`${side}-result`} /> : null}
    </>
  );
}

import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Field } from '../../../components/form/field.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';

interface TokenFieldsProps {
  readonly t: Translate;
  readonly side: 'nmbrs' | 'javelo';
  /** A token is kept already: the field is empty, and may stay so. */
  readonly kept: boolean;
  readonly token: string;
  readonly onToken: (token: string) => void;
  readonly remember: boolean;
  readonly onRemember: (remember: boolean) => void;
}

/** A token and whether to remember it. The field is never filled from storage. */
export function TokenFields({ t, side, kept, token, onToken, remember, onRemember }: TokenFieldsProps) {
  return (
    <>
      <Field
        id={`${side}-token`}
        kind="secret"
        label={t(`${side}.token`)}
        hint={t(kept ? 'connection.tokenKept' : `${side}.token.hint`)}
        placeholder={kept ? '••••••••••••' : t('connection.tokenHint.empty')}
        value={token}
        onInput={onToken}
        testId={`${side}-token`}
      />
      <Checkbox
        id={`${side}-remember`}
        label={t('connection.remember')}
        hint={t('connection.remember.hint')}
        checked={remember}
        onChange={onRemember}
        testId={`${side}-remember`}
      />
    </>
  );
}

import { useState } from 'preact/hooks';
import { Button } from '../../../components/form/button.tsx';
import { Field } from '../../../components/form/field.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { ResponseOf } from '../../../utils/messaging/contract.ts';

type VaultStatus = ResponseOf<'secrets.status'>;

interface PassphraseFormProps {
  readonly t: Translate;
  readonly status: VaultStatus;
  readonly busy: boolean;
  readonly act: (work: () => Promise<VaultStatus>) => Promise<unknown>;
}

const shortest = 12;

/** Sets, changes and takes away the passphrase; asks for it where the vault is locked. */
export function PassphraseForm({ t, status, busy, act }: PassphraseFormProps) {
  const [typed, setTyped] = useState('');
  const submit = (work: (passphrase: string) => Promise<VaultStatus>) => {
    const passphrase = typed;
    setTyped('');
    void act(() => work(passphrase));
  };
  if (status.locked) {
    return (
      <form class="form" onSubmit={(event) => event.preventDefault()} autocomplete="off">
        <p data-testid="vault-locked">{t('vault.locked')}</p>
        <Field
          id="vault-passphrase"
          kind="secret"
          label={t('vault.passphrase')}
          value={typed}
          onInput={setTyped}
          testId="vault-passphrase"
        />
        <div class="form-actions">
          <Button
            kind="primary"
            type="submit"
            disabled={busy || typed === ''}
            onClick={() => submit((passphrase) => background('secrets.unlock', { passphrase }))}
            testId="vault-unlock"
          >
            {t('vault.unlock')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <form class="form" onSubmit={(event) => event.preventDefault()} autocomplete="off">
      <h3>{t('vault.passphrase.title')}</h3>
      <p class="soft">{t('vault.passphrase.lead')}</p>
      {status.passphrase ? <p data-testid="vault-has-passphrase">{t('vault.passphrase.isSet')}</p> : null}
      <Field
        id="vault-new-passphrase"
        kind="secret"
        label={t('vault.passphrase.new')}
        hint={t('vault.passphrase.hint')}
        value={typed}
        onInput={setTyped}
        testId="vault-new-passphrase"
      />
      <div class="form-actions">
        <Button
          type="submit"
          disabled={busy || typed.length < shortest}
          onClick={() => submit((passphrase) => background('secrets.setPassphrase', { passphrase }))}
          testId="vault-set-passphrase"
        >
          {t(status.passphrase ? 'vault.passphrase.change' : 'vault.passphrase.set')}
        </Button>
        {status.passphrase ? (
          <>
            <Button
              disabled={busy}
              onClick={() => void act(() => background('secrets.lock', null))}
              testId="vault-lock"
            >
              {t('vault.lock')}
            </Button>
            <Button
              kind="danger"
              disabled={busy}
              onClick={() => void act(() => background('secrets.setPassphrase', { passphrase: null }))}
              testId="vault-remove-passphrase"
            >
              {t('vault.passphrase.remove')}
            </Button>
          </>
        ) : null}
      </div>
    </form>
  );
}

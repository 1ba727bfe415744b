import { useState } from 'preact/hooks';
import { SourceCheckResult } from '../../../components/connection/source-check-result.tsx';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Field } from '../../../components/form/field.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { ConnectionView } from '../../../utils/messaging/schemas/connection.ts';
import { useSaveAndTest } from '../../../utils/ui/use-save-and-test.ts';
import { CardActions } from './card-actions.tsx';
import { ConnectionTag } from './connection-tag.tsx';

interface NmbrsCardProps {
  readonly t: Translate;
  readonly saved: ConnectionView['nmbrs'];
  readonly onSaved: (connection: ConnectionView) => void;
}

/** Where people are read: domain, e-mail and token. The token field is never filled from storage. */
export function NmbrsCard({ t, saved, onSaved }: NmbrsCardProps) {
  const [domain, setDomain] = useState(saved?.domain ?? '');
  const [email, setEmail] = useState(saved?.email ?? '');
  const [token, setToken] = useState('');
  const [api, setApi] = useState(saved?.customApi ? saved.apiUrl : '');
  const [remember, setRemember] = useState(false);

  const card = useSaveAndTest({
    savedUrl: saved?.apiUrl ?? null,
    async save() {
      const typed = token;
      const typedDomain = domain;
      const connection = await background('connection.saveSource', {
        domainText: domain,
        email,
        token: typed === '' ? null : typed,
        remember,
        ...(api.trim() === '' ? {} : { apiUrl: api }),
      });
      // Gone from the page as soon as it is kept elsewhere; what was typed meanwhile stays.
      setToken((now) => (now === typed ? '' : now));
      // A whole address that was pasted shows as what was understood.
      setDomain((now) => (now === typedDomain ? (connection.nmbrs?.domain ?? now) : now));
      return connection;
    },
    onSaved,
    check: () => background('connection.testSource', null),
  });
  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      card.touch();
    };

  return (
    <Card
      title={t('nmbrs.title')}
      lead={t('nmbrs.lead')}
      aside={<ConnectionTag t={t} saved={saved} works={card.testing.result?.ok ?? null} />}
    >
      <form class="form" onSubmit={(event) => event.preventDefault()} autocomplete="off">
        <Field
          id="nmbrs-domain"
          label={t('nmbrs.domain')}
          hint={t('nmbrs.domain.hint')}
          placeholder={t('nmbrs.domain.placeholder')}
          value={domain}
          onInput={edit(setDomain)}
          testId="nmbrs-domain"
        />
        <Field
          id="nmbrs-email"
          kind="email"
          label={t('nmbrs.email')}
          value={email}
          onInput={edit(setEmail)}
          testId="nmbrs-email"
        />
        <Field
          id="nmbrs-token"
          kind="secret"
          label={t('nmbrs.token')}
          hint={saved?.hasToken ? t('connection.tokenKept') : t('nmbrs.token.hint')}
          placeholder={saved?.hasToken ? '••••••••••••' : t('connection.tokenHint.empty')}
          value={token}
          onInput={edit(setToken)}
          testId="nmbrs-token"
        />
        <Checkbox
          id="nmbrs-remember"
          label={t('connection.remember')}
          hint={t('connection.remember.hint')}
          checked={remember}
          onChange={edit(setRemember)}
          testId="nmbrs-remember"
        />
        <details class="advanced">
          <summary>{t('connection.advanced')}</summary>
          <Field
            id="nmbrs-api"
            label={t('nmbrs.api')}
            hint={t('nmbrs.api.hint')}
            value={api}
            onInput={edit(setApi)}
            testId="nmbrs-api"
          />
        </details>
        <CardActions
          t={t}
          side="nmbrs"
          card={card}
          canSave={domain.trim() !== '' && email.trim() !== '' && (token !== '' || saved?.hasToken === true)}
        />
        {card.testing.result ? <SourceCheckResult t={t} check={card.testing.result} /> : null}
      </form>
    </Card>
  );
}

import { useState } from 'preact/hooks';
import { SourceCheckResult } from '../../../components/connection/source-check-result.tsx';
import { Field } from '../../../components/form/field.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { ConnectionView } from '../../../utils/messaging/schemas/connection.ts';
import { useSaveAndTest } from '../../../utils/ui/use-save-and-test.ts';
import { CardActions } from './card-actions.tsx';
import { ConnectionTag } from './connection-tag.tsx';
import { TokenFields } from './token-fields.tsx';

interface NmbrsCardProps {
  readonly t: Translate;
  readonly saved: ConnectionView['nmbrs'];
  readonly onSaved: (connection: ConnectionView) => void;
}

/** Where people are read: domain, e-mail and token. */
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
          onInput={card.edit(setDomain)}
          testId="nmbrs-domain"
        />
        <Field
          id="nmbrs-email"
          kind="email"
          label={t('nmbrs.email')}
          value={email}
          onInput={card.edit(setEmail)}
          testId="nmbrs-email"
        />
        <TokenFields
          t={t}
          side="nmbrs"
          kept={saved?.hasToken === true}
          token={token}
          onToken={card.edit(setToken)}
          remember={remember}
          onRemember={card.edit(setRemember)}
        />
        <details class="advanced">
          <summary>{t('connection.advanced')}</summary>
          <Field
            id="nmbrs-api"
            label={t('nmbrs.api')}
            hint={t('nmbrs.api.hint')}
            value={api}
            onInput={card.edit(setApi)}
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

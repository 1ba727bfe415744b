import { useState } from 'preact/hooks';
import { TargetCheckResult } from '../../../components/connection/target-check-result.tsx';
import { Field } from '../../../components/form/field.tsx';
import { Select } from '../../../components/form/select.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { type TargetProfileName, targetProfileNames } from '../../../utils/core/connection/target-profile-name.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { ConnectionView } from '../../../utils/messaging/schemas/connection.ts';
import { useSaveAndTest } from '../../../utils/ui/use-save-and-test.ts';
import { CardActions } from './card-actions.tsx';
import { ConnectionTag } from './connection-tag.tsx';
import { TokenFields } from './token-fields.tsx';

interface JaveloCardProps {
  readonly t: Translate;
  readonly saved: ConnectionView['target'];
  readonly onSaved: (connection: ConnectionView) => void;
}

/** Where accounts are written: address and SCIM token. */
export function JaveloCard({ t, saved, onSaved }: JaveloCardProps) {
  const [address, setAddress] = useState(saved?.scimUrl ?? '');
  const [token, setToken] = useState('');
  const [profile, setProfile] = useState<TargetProfileName>(saved?.profile ?? 'javelo');
  const [remember, setRemember] = useState(false);

  const card = useSaveAndTest({
    savedUrl: saved?.scimUrl ?? null,
    async save() {
      const typed = token;
      const typedAddress = address;
      const connection = await background('connection.saveTarget', {
        addressText: address,
        token: typed === '' ? null : typed,
        profile,
        remember,
      });
      setToken((now) => (now === typed ? '' : now));
      setAddress((now) => (now === typedAddress ? (connection.target?.scimUrl ?? now) : now));
      return connection;
    },
    onSaved,
    check: () => background('connection.testTarget', null),
  });

  return (
    <Card
      title={t('javelo.title')}
      lead={t('javelo.lead')}
      aside={<ConnectionTag t={t} saved={saved} works={card.testing.result?.ok ?? null} />}
    >
      <form class="form" onSubmit={(event) => event.preventDefault()} autocomplete="off">
        <Field
          id="javelo-address"
          label={t('javelo.address')}
          hint={t('javelo.address.hint')}
          placeholder={t('javelo.address.placeholder')}
          value={address}
          onInput={card.edit(setAddress)}
          testId="javelo-address"
        />
        <TokenFields
          t={t}
          side="javelo"
          kept={saved?.hasToken === true}
          token={token}
          onToken={card.edit(setToken)}
          remember={remember}
          onRemember={card.edit(setRemember)}
        />
        <details class="advanced">
          <summary>{t('connection.advanced')}</summary>
          <Select
            id="javelo-profile"
            label={t('javelo.profile')}
            value={profile}
            options={targetProfileNames.map((name) => ({ value: name, label: t(`javelo.profile.${name}`) }))}
            onChange={card.edit(setProfile)}
            testId="javelo-profile"
          />
        </details>
        <CardActions
          t={t}
          side="javelo"
          card={card}
          canSave={address.trim() !== '' && (token !== '' || saved?.hasToken === true)}
        />
        {card.testing.result ? <TargetCheckResult t={t} check={card.testing.result} /> : null}
      </form>
    </Card>
  );
}

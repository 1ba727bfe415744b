import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { ProfileField } from '../../../components/target/profile-field.tsx';
import type { ProfileOverrides, ProfileValue } from '../../../utils/core/connection/profile-setting.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import type { ResponseOf } from '../../../utils/messaging/contract.ts';

type Profile = ResponseOf<'target.profile'>;

interface ProfileCardsProps {
  readonly t: Translate;
  readonly profile: Profile;
  /** Changes that are not saved yet; null = none. */
  readonly edited: ProfileOverrides | null;
  readonly busy: boolean;
  readonly saved: boolean;
  readonly onChange: (overrides: ProfileOverrides) => void;
  readonly onSave: (overrides: ProfileOverrides) => void;
}

const groups = [
  { title: 'profile.group.attributes', lead: 'profile.group.attributes.lead', fits: /^paths\./ },
  { title: 'profile.group.reading', lead: 'profile.group.reading.lead', fits: /^(?:paging|filter)\./ },
  {
    title: 'profile.group.writing',
    lead: 'profile.group.writing.lead',
    fits: /^(?:dateFormat|create|patch|etag|bulk|conflictText)/,
  },
  { title: 'profile.group.pace', lead: 'profile.group.pace.lead', fits: /^budget\./ },
] as const;

/** Every setting in its group, and what Javelo has turned out not to take. */
export function ProfileCards({ t, profile, edited, busy, saved, onChange, onSave }: ProfileCardsProps) {
  const stored: ProfileOverrides = Object.fromEntries(
    profile.settings.flatMap(({ key, override }) => (override === undefined ? [] : [[key, override]])),
  );
  const own = edited ?? stored;
  const set = (key: string, value: ProfileValue | undefined) => {
    const { [key]: _, ...others } = own;
    onChange(value === undefined ? others : { ...others, [key]: value });
  };
  return (
    <form
      class="form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(own);
      }}
    >
      {profile.notAccepted.length > 0 ? (
        <Notice
          tone="warn"
          title={t('profile.notAccepted', {
            attributes: profile.notAccepted.map((attribute) => t(`attributes.${attribute}`)).join(', '),
          })}
          text={t('profile.notAccepted.do')}
          testId="not-accepted"
        />
      ) : null}
      {groups.map(({ title, lead, fits }) => (
        <Card key={title} title={t(title)} lead={t(lead)}>
          <div class={title === 'profile.group.attributes' ? 'profile-fields lines' : 'profile-fields'}>
            {profile.settings
              .filter(({ key }) => fits.test(key))
              .map((setting) => (
                <ProfileField
                  key={setting.key}
                  t={t}
                  setting={setting}
                  own={own[setting.key]}
                  onChange={(value) => set(setting.key, value)}
                />
              ))}
          </div>
        </Card>
      ))}
      <div class="form-actions">
        <Button kind="primary" type="submit" disabled={busy || edited === null} testId="save-profile">
          {t('action.save')}
        </Button>
        {saved && edited === null ? (
          <span class="soft" role="status">
            {t('profile.saved')}
          </span>
        ) : null}
      </div>
    </form>
  );
}

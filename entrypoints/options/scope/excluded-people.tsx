import { useState } from 'preact/hooks';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';

interface ExcludedPeopleProps {
  readonly t: Translate;
  readonly excluded: readonly string[];
  readonly onChange: (excluded: readonly string[]) => void;
}

const found = 8;

/** People who are never synchronised, one by one. */
export function ExcludedPeople({ t, excluded, onChange }: ExcludedPeopleProps) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  const matches = useLoaded(`scope/find/${wanted}`, async () =>
    wanted === '' ? [] : (await background('people.list', { text: wanted, limit: found })).people,
  );
  const names = useLoaded(`scope/names/${excluded.join()}`, () => Promise.all(excluded.map(nameOf)));
  const offered = (matches.value ?? []).filter(({ sourceId }) => !excluded.includes(sourceId));
  return (
    <Card title={t('scope.excludedPeople')} lead={t('scope.excludedPeople.lead')} testId="scope-excludedPeople">
      <input
        class="search"
        type="search"
        aria-label={t('scope.find')}
        placeholder={t('scope.find')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        data-testid="scope-find"
      />
      {wanted === '' ? null : (
        <ul class="scope-values" aria-label={t('scope.found')}>
          {offered.map(({ sourceId, displayName, companyName }) => (
            <li key={sourceId}>
              <span>
                {displayName} <span class="faint">{companyName}</span>
              </span>
              <Button onClick={() => onChange([...excluded, sourceId])} testId="scope-exclude">
                {t('scope.exclude')}
              </Button>
            </li>
          ))}
          {matches.value !== null && offered.length === 0 ? <li class="faint">{t('scope.nobodyFound')}</li> : null}
        </ul>
      )}
      {excluded.length > 0 ? (
        <ul class="scope-values" aria-label={t('scope.excludedPeople')} data-testid="scope-excluded">
          {excluded.map((sourceId, index) => (
            <li key={sourceId}>
              <span>{names.value?.[index] ?? sourceId}</span>
              <Button kind="quiet" onClick={() => onChange(excluded.filter((id) => id !== sourceId))}>
                {t('scope.include')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** Somebody who is not known any more is shown by the id that is excluded. */
async function nameOf(sourceId: string): Promise<string> {
  return (await background('people.explain', { sourceId }))?.displayName ?? sourceId;
}

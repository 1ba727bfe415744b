import { useState } from 'preact/hooks';
import type { Scope } from '../../core/scope/scope.ts';
import { background } from '../../messaging/background-client.ts';
import { useAction } from '../use-action.ts';
import { useLoaded } from '../use-loaded.ts';

/** The conditions that choose among values which people have. */
export const clauseRules = ['companies', 'departments', 'emailDomains', 'contractTypes'] as const;

/** The scope under the admin's hands, with how many people it takes at this moment. */
export function useScope() {
  const [draft, setDraft] = useState<Scope | null>(null);
  const saved = useLoaded('scope', () => background('settings.get', null));
  const choices = useLoaded('scope/choices', () => background('scope.choices', null));
  const scope = draft ?? saved.value?.scope ?? null;
  const count = useLoaded(`scope/count/${JSON.stringify(scope)}`, async () =>
    scope === null ? null : background('scope.preview', { scope }),
  );
  const save = useAction(async () => {
    if (scope === null) return null;
    const { scope: kept } = await background('settings.saveScope', { scope });
    setDraft(kept);
    return kept;
  });
  return {
    scope,
    choices: choices.value,
    count: count.value,
    error: saved.error ?? choices.error ?? count.error,
    change(changed: Partial<Scope>) {
      if (scope === null) return;
      save.reset();
      setDraft({ ...scope, ...changed });
    },
    isChanged: draft !== null && save.result === null && JSON.stringify(draft) !== JSON.stringify(saved.value?.scope),
    save,
  };
}

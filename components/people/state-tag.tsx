import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';
import { type PersonState, personTone } from './person-state.ts';

/** How a person stands, in a word. */
export function StateTag({ t, state }: { readonly t: Translate; readonly state: PersonState }) {
  const tone = personTone(state);
  return (
    <span class={`tag ${tone}`}>
      <StatusDot tone={tone} />
      {t(`person.state.${state}`)}
    </span>
  );
}

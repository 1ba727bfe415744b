import { StatusDot } from '../../../components/feedback/status-dot.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';

interface ConnectionTagProps {
  readonly t: Translate;
  readonly saved: { readonly hasToken: boolean } | null;
  /** What the test that was just made said; null = none was made. */
  readonly works: boolean | null;
}

/** How one side stands, in a word: `connected` only after a test has shown it. */
export function ConnectionTag({ t, saved, works }: ConnectionTagProps) {
  const { tone, state } = judge(saved, works);
  return (
    <span class={`tag ${tone}`}>
      <StatusDot tone={tone} />
      {t(`state.${state}`)}
    </span>
  );
}

function judge(saved: ConnectionTagProps['saved'], works: boolean | null) {
  if (saved === null) return { tone: 'idle', state: 'notConnected' } as const;
  if (!saved.hasToken) return { tone: 'warn', state: 'tokenMissing' } as const;
  if (works === null) return { tone: 'idle', state: 'saved' } as const;
  return works ? ({ tone: 'good', state: 'connected' } as const) : ({ tone: 'bad', state: 'failing' } as const);
}

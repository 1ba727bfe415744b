import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';

const kinds = ['people', 'tokens', 'pages'] as const;
const questions = ['what', 'where', 'stays'] as const;

/** The three kinds of data, each with the same three answers. */
export function DataCard({ t }: { readonly t: Translate }) {
  return (
    <Card title={t('privacy.data.title')} lead={t('privacy.none')} testId="privacy-data">
      <div class="data-kinds">
        {kinds.map((kind) => (
          <dl key={kind} class="answers">
            {questions.map((question) => (
              <div key={question}>
                <dt>{t(`privacy.data.${question}`)}</dt>
                <dd>{t(`privacy.${kind}.${question}`)}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </Card>
  );
}

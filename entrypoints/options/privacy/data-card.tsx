import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';

const kinds = ['people', 'tokens', 'pages'] as const;
const questions = ['what', 'where', 'stays'] as const;

/** The three kinds of data, each with the same three answers. */
export function DataCard({ t }: { readonly t: Translate }) {
  return (
    <Card title={t('privacy.data.title')} lead={t('privacy.none')} testId="privacy-data">
      <table class="plain-table">
        <thead>
          <tr>
            {questions.map((question) => (
              <th key={question} scope="col">
                {t(`privacy.data.${question}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              {questions.map((question) => (
                <td key={question}>{t(`privacy.${kind}.${question}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

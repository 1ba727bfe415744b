import { render } from 'preact';
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import '../../assets/styles/form.css';
import './consent.css';
import { wishedLanguages } from '../../utils/i18n/chosen-language.ts';
import { loadTranslator } from '../../utils/i18n/load-translator.ts';
import { readAsking } from './asking.ts';
import { ConsentPage } from './consent-page.tsx';

const t = await loadTranslator(wishedLanguages());
document.documentElement.lang = t.locale;
document.title = t('consent.title');
const root = document.getElementById('app');
if (root) render(<ConsentPage t={t} asking={readAsking(location.hash)} />, root);

import { render } from 'preact';
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import './popup.css';
import { wishedLanguages } from '../../utils/i18n/chosen-language.ts';
import { loadPopupTranslator } from '../../utils/i18n/popup-translator.ts';
import { askFirst } from '../../utils/ui/popup/first-answers.ts';
import { App } from './app.tsx';

// Longer than the background takes to wake up, shorter than anybody notices.
const patienceMs = 200;

const [t] = await Promise.all([loadPopupTranslator(wishedLanguages()), askFirst(patienceMs)]);
document.documentElement.lang = t.locale;
document.title = t('app.name');
const root = document.getElementById('app');
if (root) render(<App t={t} />, root);

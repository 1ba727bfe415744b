import { render } from 'preact';
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import '../../assets/styles/components.css';
import '../../assets/styles/form.css';
import '../../assets/styles/shell.css';
import '../../assets/styles/table.css';
import '../../assets/styles/people.css';
import './options.css';
import { wishedLanguages } from '../../utils/i18n/chosen-language.ts';
import { loadTranslator } from '../../utils/i18n/load-translator.ts';
import { App } from './app.tsx';

const t = await loadTranslator(wishedLanguages());
document.documentElement.lang = t.locale;
const root = document.getElementById('app');
if (root) render(<App t={t} />, root);

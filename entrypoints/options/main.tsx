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
import { askFirst } from '../../utils/ui/first-answers.ts';
import { App } from './app.tsx';

// Longer than the background takes to wake up, shorter than anybody notices.
const patienceMs = 200;

const [t] = await Promise.all([loadTranslator(wishedLanguages()), askFirst(patienceMs)]);
document.documentElement.lang = t.locale;
const root = document.getElementById('app');
if (root) render(<App t={t} />, root);

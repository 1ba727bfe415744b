import app from '../../../../assets/locales/app/fr.json' with { type: 'json' };
import checklist from '../../../../assets/locales/checklist/fr.json' with { type: 'json' };
import errors from '../../../../assets/locales/errors/fr.json' with { type: 'json' };
import popup from '../../../../assets/locales/popup/fr.json' with { type: 'json' };
import run from '../../../../assets/locales/run/fr.json' with { type: 'json' };
import setup from '../../../../assets/locales/setup/fr.json' with { type: 'json' };

/** The texts that the popup says, in one language; a test asserts that it says no others. */
export default { ...app, ...checklist, ...errors, ...popup, ...run, ...setup };

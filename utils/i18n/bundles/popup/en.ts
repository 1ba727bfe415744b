import app from '../../../../assets/locales/app/en.json' with { type: 'json' };
import checklist from '../../../../assets/locales/checklist/en.json' with { type: 'json' };
import errors from '../../../../assets/locales/errors/en.json' with { type: 'json' };
import popup from '../../../../assets/locales/popup/en.json' with { type: 'json' };
import run from '../../../../assets/locales/run/en.json' with { type: 'json' };
import setup from '../../../../assets/locales/setup/en.json' with { type: 'json' };

/** The texts that the popup says, in one language; a test asserts that it says no others. */
export default { ...app, ...checklist, ...errors, ...popup, ...run, ...setup };

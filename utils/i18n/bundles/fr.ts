import app from '../../../assets/locales/app/fr.json' with { type: 'json' };
import checklist from '../../../assets/locales/checklist/fr.json' with { type: 'json' };
import connection from '../../../assets/locales/connection/fr.json' with { type: 'json' };
import consent from '../../../assets/locales/consent/fr.json' with { type: 'json' };
import drift from '../../../assets/locales/drift/fr.json' with { type: 'json' };
import errors from '../../../assets/locales/errors/fr.json' with { type: 'json' };
import exports from '../../../assets/locales/export/fr.json' with { type: 'json' };
import history from '../../../assets/locales/history/fr.json' with { type: 'json' };
import log from '../../../assets/locales/log/fr.json' with { type: 'json' };
import mapping from '../../../assets/locales/mapping/fr.json' with { type: 'json' };
import organisation from '../../../assets/locales/organisation/fr.json' with { type: 'json' };
import people from '../../../assets/locales/people/fr.json' with { type: 'json' };
import permission from '../../../assets/locales/permission/fr.json' with { type: 'json' };
import plan from '../../../assets/locales/plan/fr.json' with { type: 'json' };
import popup from '../../../assets/locales/popup/fr.json' with { type: 'json' };
import privacy from '../../../assets/locales/privacy/fr.json' with { type: 'json' };
import profile from '../../../assets/locales/profile/fr.json' with { type: 'json' };
import run from '../../../assets/locales/run/fr.json' with { type: 'json' };
import scope from '../../../assets/locales/scope/fr.json' with { type: 'json' };
import settings from '../../../assets/locales/settings/fr.json' with { type: 'json' };
import setup from '../../../assets/locales/setup/fr.json' with { type: 'json' };
import way from '../../../assets/locales/way/fr.json' with { type: 'json' };

/** Every area's texts for the extension's pages and the headless command, in one language. */
export default {
  ...app,
  ...checklist,
  ...connection,
  ...consent,
  ...drift,
  ...errors,
  ...exports,
  ...history,
  ...log,
  ...mapping,
  ...organisation,
  ...people,
  ...permission,
  ...plan,
  ...popup,
  ...privacy,
  ...profile,
  ...run,
  ...scope,
  ...settings,
  ...setup,
  ...way,
};

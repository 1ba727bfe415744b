import app from '../../../assets/locales/app/en.json' with { type: 'json' };
import checklist from '../../../assets/locales/checklist/en.json' with { type: 'json' };
import connection from '../../../assets/locales/connection/en.json' with { type: 'json' };
import consent from '../../../assets/locales/consent/en.json' with { type: 'json' };
import drift from '../../../assets/locales/drift/en.json' with { type: 'json' };
import errors from '../../../assets/locales/errors/en.json' with { type: 'json' };
import exports from '../../../assets/locales/export/en.json' with { type: 'json' };
import history from '../../../assets/locales/history/en.json' with { type: 'json' };
import log from '../../../assets/locales/log/en.json' with { type: 'json' };
import mapping from '../../../assets/locales/mapping/en.json' with { type: 'json' };
import organisation from '../../../assets/locales/organisation/en.json' with { type: 'json' };
import people from '../../../assets/locales/people/en.json' with { type: 'json' };
import permission from '../../../assets/locales/permission/en.json' with { type: 'json' };
import plan from '../../../assets/locales/plan/en.json' with { type: 'json' };
import popup from '../../../assets/locales/popup/en.json' with { type: 'json' };
import privacy from '../../../assets/locales/privacy/en.json' with { type: 'json' };
import profile from '../../../assets/locales/profile/en.json' with { type: 'json' };
import run from '../../../assets/locales/run/en.json' with { type: 'json' };
import scope from '../../../assets/locales/scope/en.json' with { type: 'json' };
import settings from '../../../assets/locales/settings/en.json' with { type: 'json' };
import setup from '../../../assets/locales/setup/en.json' with { type: 'json' };
import way from '../../../assets/locales/way/en.json' with { type: 'json' };

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

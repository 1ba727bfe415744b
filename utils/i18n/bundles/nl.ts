import app from '../../../assets/locales/app/nl.json' with { type: 'json' };
import checklist from '../../../assets/locales/checklist/nl.json' with { type: 'json' };
import connection from '../../../assets/locales/connection/nl.json' with { type: 'json' };
import consent from '../../../assets/locales/consent/nl.json' with { type: 'json' };
import drift from '../../../assets/locales/drift/nl.json' with { type: 'json' };
import errors from '../../../assets/locales/errors/nl.json' with { type: 'json' };
import exports from '../../../assets/locales/export/nl.json' with { type: 'json' };
import history from '../../../assets/locales/history/nl.json' with { type: 'json' };
import log from '../../../assets/locales/log/nl.json' with { type: 'json' };
import mapping from '../../../assets/locales/mapping/nl.json' with { type: 'json' };
import organisation from '../../../assets/locales/organisation/nl.json' with { type: 'json' };
import people from '../../../assets/locales/people/nl.json' with { type: 'json' };
import permission from '../../../assets/locales/permission/nl.json' with { type: 'json' };
import plan from '../../../assets/locales/plan/nl.json' with { type: 'json' };
import popup from '../../../assets/locales/popup/nl.json' with { type: 'json' };
import privacy from '../../../assets/locales/privacy/nl.json' with { type: 'json' };
import profile from '../../../assets/locales/profile/nl.json' with { type: 'json' };
import run from '../../../assets/locales/run/nl.json' with { type: 'json' };
import scope from '../../../assets/locales/scope/nl.json' with { type: 'json' };
import settings from '../../../assets/locales/settings/nl.json' with { type: 'json' };
import setup from '../../../assets/locales/setup/nl.json' with { type: 'json' };
import way from '../../../assets/locales/way/nl.json' with { type: 'json' };

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

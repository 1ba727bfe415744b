import type { Permission } from '../../core/permissions/permission.ts';
import { permissionServices } from '../../core/permissions/permission.ts';
import type { TemplateChoice } from '../../core/tour/tour.ts';
import { wordFor } from '../labels/label.ts';
import { likely } from '../locate/located.ts';
import { unknownUserType } from '../read/administrator.ts';
import { findMethod } from '../read/method-name.ts';
import { choiceOf, chooseRow } from './choose-row.ts';
import { type Guidance, guidance } from './guidance.ts';
import { quote } from './quote.ts';
import { rightsOwner } from './rights-owner.ts';
import type { Situation } from './situation.ts';

/** Settings → user templates → the cog of the right row → the permissions of all services. */
export function rightsStep(situation: Situation): Guidance {
  const { reading, tour, goesOn } = situation;
  if (reading.state === 'apiRights') return inRights(situation);
  if (tour.administrator === 'other' && !goesOn) {
    return guidance('rights', 'notAdministrator', { params: { userType: tour.userType ?? '' }, actions: ['goOn'] });
  }
  if (tour.administrator === 'accountant' && !goesOn) {
    return guidance('rights', 'accountant', { params: { userType: tour.userType ?? '' }, actions: ['goOn'] });
  }
  if (tour.route === null)
    return guidance('rights', 'chooseRoute', {
      params: { userType: tour.userType ?? '' },
      actions: ['routeOwn', 'routeMine'],
    });
  return reading.state === 'templateList' ? inTemplates(situation) : toTemplates(situation);
}

function toTemplates({ reading: { ways, index } }: Situation): Guidance {
  const templates = wordFor('templateUsers', index.language);
  const link = ways.templateUsers;
  if (link && link.confidence >= 0.5) {
    return guidance('rights', 'openTemplates', {
      target: link,
      params: { label: quote(link, 'templateUsers', index) },
      actions: ['press'],
    });
  }
  if (ways.usersGroup) {
    return guidance('rights', 'openGroup', {
      target: ways.usersGroup,
      params: { label: quote(ways.usersGroup, 'usersGroup', index), templates },
      actions: ['press'],
    });
  }
  if (ways.settings) {
    return guidance('rights', 'openSettings', {
      target: ways.settings,
      params: { label: quote(ways.settings, 'settings', index), templates },
      actions: ['press'],
    });
  }
  return guidance('rights', 'lost', { params: { label: templates }, actions: ['lookAgain', 'copyStructure'] });
}

function inTemplates({ reading, tour }: Situation): Guidance {
  const { rows, sections } = reading.templates;
  const { index } = reading;
  if (sections.length > 0 && sections.every((section) => section === 'masterAccountant'))
    return guidance('rights', 'accountantOnly');
  const choice = chooseRow(rows, tour);
  // A list of a kind that was not understood: the words lead to the row.
  if (choice.kind === 'ask' && choice.rows.length === 0 && nameOf(tour) !== null)
    return guidance('rights', 'openCog', {
      params: { name: nameOf(tour) ?? '', dashboard: wordFor('dashboardColumn', index.language) },
      actions: ['lookAgain', 'copyStructure'],
    });
  if (choice.kind === 'ask') {
    const missing = nameOf(tour) === null ? 'rowChoose' : 'rowMissing';
    const say = choice.why === 'own' ? 'rowOwn' : choice.why === 'equal' ? 'rowsEqual' : missing;
    return guidance('rights', say, {
      params: {
        userType: tour.userType ?? '',
        label: wordFor(say === 'rowChoose' ? 'userType' : 'newTemplate', index.language),
        section: wordFor('masterClient', index.language),
      },
      rows: choice.rows,
      actions: choice.rows.length === 0 ? ['lookAgain', 'copyStructure'] : [],
    });
  }
  const { row } = choice;
  if (row.cog === null)
    return guidance('rights', 'readOnly', {
      params: { name: row.name, label: wordFor('templateUsers', index.language) },
    });
  const target = row.cog.confidence >= likely ? row.cog : { element: row.element, confidence: 0.5, words: '' };
  return guidance('rights', 'openCog', {
    target: { ...target, confidence: Math.min(target.confidence, choice.confidence) },
    params: { name: row.name, dashboard: wordFor('dashboardColumn', index.language) },
    actions: target === row.cog ? ['press'] : [],
  });
}

function inRights({ reading, tour, wanted, opened, tried }: Situation): Guidance {
  const meant = tour.template ?? meantRow(reading, tour);
  const params = { name: meant?.name ?? '' };
  if (meant === null) {
    const { name } = opened ?? assumedTemplate(tour);
    return name === unknownUserType
      ? guidance('rights', 'whoseRightsMine', { actions: ['thisTemplate'] })
      : guidance('rights', 'whoseRights', { params: { name }, actions: ['thisTemplate'] });
  }
  const owner = rightsOwner(reading, meant, opened);
  if (owner === 'another') return guidance('rights', 'wrongTemplate', { params });
  if (owner === 'unclear')
    return guidance('rights', 'whoseRights', { params, actions: ['thisTemplate', 'otherTemplate'] });
  if (tour.focus) return atFocus(reading, tour.focus);
  const unread = permissionServices.filter(
    (service) => tour.services[service] === undefined && wanted.some((permission) => permission.service === service),
  );
  const undo = tour.switchedOn.length > 0 ? (['undo'] as const) : [];
  if (unread.length > 0) {
    const control = reading.rights.services?.control.element ?? null;
    return guidance('rights', 'readServices', {
      target: control ? { element: control, confidence: 0.9, words: '' } : null,
      params: {
        read: permissionServices.length - unread.length,
        all: permissionServices.length,
        label: wordFor('webservices', reading.index.language),
      },
      actions: ['readServices', ...undo],
    });
  }
  const missing = wanted.filter(({ service, method }) => tour.services[service]?.missing.includes(method));
  const unclear = wanted.filter(({ service, method }) => tour.services[service]?.unclear.includes(method));
  if (tour.affirmed && missing.length + unclear.length > 0) {
    return guidance('rights', 'rightsLeft', {
      target: reading.ways.close,
      params: { count: missing.length + unclear.length },
      permissions: missing,
      actions: missing.length > 0 ? ['switchOn', ...undo] : undo,
    });
  }
  if (missing.length > 0) {
    return guidance('rights', 'switchOn', {
      params: { ...params, count: missing.length },
      permissions: missing,
      actions: ['switchOn', ...(tried ? (['goOn'] as const) : []), ...undo],
    });
  }
  if (unclear.length > 0) {
    return guidance('rights', 'unclear', {
      params: { count: unclear.length },
      permissions: unclear,
      actions: ['goOn', 'readServices', ...undo],
    });
  }
  const save = reading.index.labelled('save').length > 0;
  return guidance('rights', save ? 'rightsDoneSave' : 'rightsDone', {
    target: reading.ways.close,
    params: { count: wanted.length, ...params, save: wordFor('save', reading.index.language) },
    actions: undo,
  });
}

/** The template that is meant, for the admin to confirm where its row was not seen. */
export function assumedTemplate(tour: Situation['tour']): TemplateChoice {
  const name = tour.route === 'mine' ? nameOf(tour) : null;
  return { name: name ?? unknownUserType, section: null, ordinal: 0 };
}

/** The user type, where some page showed it. */
function nameOf({ userType }: Situation['tour']): string | null {
  return userType === unknownUserType ? null : userType;
}

/** The row that the user type leads to, while the list is still to be seen behind the rights. */
function meantRow(reading: Situation['reading'], tour: Situation['tour']) {
  const choice = chooseRow(reading.templates.rows, tour);
  return choice.kind === 'one' ? choiceOf(choice.row) : null;
}

/** Led back by the permission check: to the switch itself where it is to be seen, else to its service. */
function atFocus(reading: Situation['reading'], focus: Permission): Guidance {
  const row = findMethod(focus, reading.rights.rows);
  const element = row?.control ?? row?.element ?? reading.rights.services?.control.element ?? null;
  return guidance('rights', 'focus', {
    target: element ? { element, confidence: 0.9, words: '' } : null,
    params: { method: focus.method, service: wordFor(serviceLabels[focus.service], reading.index.language) },
    permissions: [focus],
    actions: ['switchOn'],
  });
}

const serviceLabels = {
  DebtorService: 'debtorServices',
  CompanyService: 'companyServices',
  EmployeeService: 'employeeServices',
} as const;

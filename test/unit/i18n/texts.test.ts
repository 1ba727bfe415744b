import { describe, expect, it } from 'vitest';
import { errorText, serviceName } from '../../../utils/i18n/error-text.ts';
import { calendarDay, duration, relativeTime } from '../../../utils/i18n/format.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';
import { pickLocale } from '../../../utils/i18n/locales.ts';
import { reasonText } from '../../../utils/i18n/log-text.ts';
import { findingText, noticeText, outcomeText } from '../../../utils/i18n/run-text.ts';

const en = await loadTranslator(['en-GB']);
const nl = await loadTranslator(['nl']);
const fr = await loadTranslator(['fr-FR']);

const none = { created: 0, updated: 0, disabled: 0, unchanged: 0, skipped: 0, waiting: 0, failed: 0 };
const done = {
  state: 'succeeded',
  mode: 'live',
  error: null,
  counts: { ...none, created: 200, unchanged: 48 },
} as const;

describe('languages', () => {
  it.each([
    [['nl-BE', 'en'], 'nl'],
    [['eo', 'fr-CA'], 'fr'],
    [['eo', 'sv'], 'en'],
    [[], 'en'],
  ] as const)('%s gives %s', (wished, locale) => {
    expect(pickLocale(wished)).toBe(locale);
  });
});

describe('errors', () => {
  it('a missing right names service and method as the Nmbrs page does', () => {
    const text = errorText(en, {
      code: 'source-permission',
      params: { service: 'EmployeeService', method: 'List_GetByCompany' },
    });
    expect(text.advice).toBe(
      'In Nmbrs, switch on “List_GetByCompany” under “Employee Services” in the API rights of your user template, then try again.',
    );
  });

  it.each([
    ['EmployeeService', 'Employee Services'],
    ['Employee Services', 'Employee Services'],
    ['DebtorService', 'Debtor Services'],
    ['Something else', 'Something else'],
  ])('%s is shown as %s', (service, shown) => {
    expect(serviceName(service)).toBe(shown);
  });

  it('a wrong domain is quoted, and the right one said where it is known', () => {
    expect(errorText(en, { code: 'source-domain', params: { input: 'acme.example' } }).what).toBe(
      '“acme.example” is not a Nmbrs address.',
    );
    expect(errorText(en, { code: 'source-domain', params: { input: 'acme', expected: 'acmebv' } }).what).toBe(
      'This token belongs to the Nmbrs domain “acmebv”, not to “acme”.',
    );
  });

  it('stays readable when a value is missing', () => {
    expect(errorText(en, { code: 'source-fault', params: {} }).what).toBe('Nmbrs reported a problem: “…”.');
  });

  it('shows what is quoted as it is, whatever it looks like', () => {
    const { what } = errorText(en, { code: 'source-fault', params: { text: '<b>{x}</b>', code: 9999 } });
    expect(what).toBe('Nmbrs reported a problem: “<b>{x}</b>”.');
  });
});

describe('outcomes', () => {
  it('says how many are in step and how many need the admin', () => {
    expect(outcomeText(en, done, 2).what).toBe('248 people are in step with Javelo; 2 need you.');
    expect(outcomeText(nl, done, 2).what).toBe('248 mensen lopen gelijk met Javelo; 2 vragen je aandacht.');
    expect(outcomeText(fr, done, 2).what).toBe('248 personnes sont à jour dans Javelo\u202f; 2 ont besoin de vous.');
  });

  it('counts in the singular, and nobody', () => {
    const one = { ...done, counts: { ...none, created: 1 } };
    expect(outcomeText(en, one, 1).what).toBe('1 person is in step with Javelo; 1 needs you.');
    expect(outcomeText(en, { ...done, counts: none }, 0).what).toBe('Nobody is in step with Javelo yet.');
  });

  it('leaves those who wait or failed out of those in step', () => {
    const open = { ...done, state: 'partial', counts: { ...none, created: 10, waiting: 3, failed: 1 } } as const;
    expect(outcomeText(en, open, 1).what).toBe(
      '10 people are in step with Javelo; 1 needs you. 3 people are waiting and will be tried again.',
    );
  });

  it('a preview claims nothing', () => {
    expect(outcomeText(en, { ...done, mode: 'dry', counts: { ...none, created: 1200 } }, 0)).toEqual({
      what: 'Preview: 1,200 to create, 0 to update, 0 to switch off.',
      advice: 'Nothing was changed in Javelo.',
    });
  });

  it('a failed run says what to do', () => {
    const failed = {
      ...done,
      state: 'failed',
      error: { code: 'target-auth', params: {}, retryable: false },
    } as const;
    expect(outcomeText(en, failed, 0)).toEqual({
      what: 'Javelo does not accept this token.',
      advice: 'In Javelo, create a new SCIM token (Settings, Integrations, SCIM, Configuration) and enter it here.',
    });
  });
});

describe('people', () => {
  const row = { outcome: 'skipped', reason: 'no-work-email', params: {}, error: null, retryAt: null } as const;

  it('says what happened and what to do', () => {
    expect(reasonText(en, row, 0)).toEqual({
      what: 'Has no work e-mail address in Nmbrs.',
      advice: 'Add the work e-mail address in Nmbrs; the next run picks it up.',
    });
  });

  it('gives no advice where nobody has to act', () => {
    expect(reasonText(en, { ...row, outcome: 'unchanged', reason: 'in-step' }, 0).advice).toBeNull();
  });

  it('names the first day of who starts later, where it is known', () => {
    const future = { ...row, reason: 'starts-in-future' } as const;
    expect(reasonText(en, { ...future, params: { startsOn: '2026-12-01' } }, 0).what).toBe(
      'Starts on 1 Dec 2026; gets an account that day.',
    );
    expect(reasonText(en, future, 0).what).toBe('Has not started yet; gets an account on the first day.');
  });

  it('says when somebody who waits is tried again', () => {
    const waiting = {
      ...row,
      outcome: 'waiting',
      error: { code: 'target-timeout', params: {}, retryable: true },
      retryAt: '1970-01-01T00:10:00.000Z',
    } as const;
    expect(reasonText(en, waiting, 0)).toEqual({
      what: 'Javelo took too long to answer.',
      advice: 'Tried again in 10 minutes.',
    });
  });

  it('says why a created person has no manager', () => {
    const created = { ...row, outcome: 'created', reason: 'new-in-source' } as const;
    expect(reasonText(en, { ...created, params: { managerNote: 'manager-self' } }, 0).advice).toBe(
      'Nmbrs names this person as their own manager, so no manager was set.',
    );
  });
});

describe('limits and notices', () => {
  const finding = { verdict: 'needs-approval', blocks: 'disable', count: 40, of: 200, examples: [] } as const;

  it('says the limit in number or in percent', () => {
    expect(findingText(en, { ...finding, rule: 'mass-disable', limit: { number: 20 } })).toBe(
      '40 accounts of 200 would be switched off at once (limit 20).',
    );
    expect(findingText(nl, { ...finding, rule: 'mass-disable', limit: { percent: 10 } })).toBe(
      'Er zouden 40 accounts van 200 in één keer worden uitgeschakeld (grens 10 %).',
    );
  });

  it('names attributes as people do, and is silent about what it does not know', () => {
    expect(noticeText(en, { code: 'attribute-not-accepted', params: { attribute: 'birthDate' } })).toBe(
      'Javelo does not take “Date of birth”; everything else was synchronised.',
    );
    expect(noticeText(en, { code: 'of-tomorrow', params: {} })).toBeNull();
  });
});

describe('times', () => {
  it('in the language’s own words', () => {
    expect(relativeTime('nl', '1970-01-01T00:00:00.000Z', 5 * 60_000)).toBe('5 minuten geleden');
    expect(relativeTime('en', '1970-01-02T00:00:00.000Z', 0)).toBe('tomorrow');
    expect(relativeTime('fr', '1970-01-01T00:00:00.000Z', 3 * 3_600_000)).toBe('il y a 3 heures');
    expect(duration('en', 41_000)).toBe('41 secs');
    expect(calendarDay('en', '2027-03-01')).toBe('1 Mar 2027');
    expect(calendarDay('en', 'soon')).toBe('soon');
  });
});

import { describe, expect, test } from 'vitest';
import type { AnswerBody, ScimAnswer } from '../../../utils/connectors/scim/client.ts';
import { type RefusalContext, refusal, retryAfter, unusable } from '../../../utils/connectors/scim/errors.ts';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { accountAttributes } from '../../../utils/core/account.ts';
import { CompanionError } from '../../../utils/core/errors.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const context: RefusalContext = {
  profile: javeloProfile,
  clock: { nowMs: () => now, sleepUntil: () => Promise.resolve() },
  token: 'secret-canary-0123456789',
  sent: accountAttributes,
};
const answer = (status: number, body: AnswerBody, headers: Record<string, string> = {}): ScimAnswer => ({
  status,
  headers: new Headers(headers),
  body,
});
const json = (value: unknown): AnswerBody => ({ kind: 'json', value });
const scimError = (detail: string, scimType?: string) =>
  json({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '400',
    detail,
    ...(scimType && { scimType }),
  });
const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';

describe('what a status means', () => {
  test.each([
    [400, 'target-invalid', false],
    [401, 'target-auth', false],
    [403, 'target-forbidden', false],
    [404, 'target-not-found', false],
    [405, 'target-invalid', false],
    [408, 'target-timeout', true],
    [409, 'target-conflict', false],
    [412, 'target-precondition', true],
    [413, 'target-invalid', false],
    [415, 'target-invalid', false],
    [422, 'target-invalid', false],
    [429, 'target-rate-limited', true],
    [500, 'target-unavailable', true],
    [501, 'target-invalid', false],
    [502, 'target-unavailable', true],
    [503, 'target-unavailable', true],
    [304, 'target-unavailable', true],
  ] as const)('%i is %s', (status, code, retryable) => {
    for (const body of [{ kind: 'empty' }, { kind: 'html' }, { kind: 'cut' }, scimError('No.')] as const) {
      const error = refusal(answer(status, body), context);
      expect(error).toBeInstanceOf(CompanionError);
      expect(error).toMatchObject({ code, retryable, params: { status } });
    }
  });

  test.each([
    ['html', 'target-unavailable'],
    ['cut', 'target-truncated'],
    ['empty', 'target-truncated'],
  ] as const)('a 200 that is %s is %s', (kind, code) => {
    expect(unusable(answer(200, { kind }))).toMatchObject({ code, retryable: true });
  });

  test('a 200 with JSON of another kind, or with some text, is target-unavailable', () => {
    expect(unusable(answer(200, json({ hello: 1 })))).toMatchObject({ code: 'target-unavailable' });
    expect(unusable(answer(200, { kind: 'text', text: 'OK' }))).toMatchObject({ code: 'target-unavailable' });
  });
});

describe('Retry-After', () => {
  test.each([
    ['3', 3000],
    ['0', 0],
    ['1.5', 1500],
    ['Tue, 24 Nov 2026 12:00:07 GMT', 7000],
    ['Tue, 24 Nov 2026 11:59:00 GMT', 0],
    ['99999999999', 86_400_000],
    ['soon', null],
    ['-1', null],
    ['', null],
  ])('%j is %j ms', (text, expected) => {
    expect(retryAfter(new Headers({ 'retry-after': text }), context.clock)).toBe(expected);
  });

  test('travels with 429 and 503, and may be missing', () => {
    expect(refusal(answer(429, { kind: 'empty' }, { 'Retry-After': '3' }), context).retryAfterMs).toBe(3000);
    expect(refusal(answer(503, { kind: 'empty' }, { 'Retry-After': '120' }), context).retryAfterMs).toBe(120_000);
    expect(refusal(answer(429, { kind: 'empty' }), context).retryAfterMs).toBeUndefined();
  });
});

describe('what a refusal says', () => {
  test.each([
    [scimError('No such thing.', 'invalidValue'), { detail: 'No such thing.', scimType: 'invalidValue' }],
    [json({ Detail: 'Upper case.', SCIMTYPE: 'tooMany' }), { detail: 'Upper case.', scimType: 'tooMany' }],
    [json({ error: 'short' }), { detail: 'short' }],
    [json({ error: 'invalid', error_description: 'long' }), { detail: 'long' }],
    [json({ message: 'm' }), { detail: 'm' }],
    [json({ errors: { title: ['is odd', 'is long'] } }), { detail: 'title: is odd; title: is long' }],
    [json({ errors: [{ detail: 'one' }, 'two'] }), { detail: 'detail: one; two' }],
    [{ kind: 'text', text: 'Plain\n\ntext' } as const, { detail: 'Plain text' }],
  ])('%j', (body, expected) => {
    expect(refusal(answer(400, body), context).params).toEqual(expect.objectContaining(expected));
  });

  test('is short, and never repeats the token', () => {
    const detail = `Bearer ${context.token} is not valid. ${'x'.repeat(5000)}`;
    for (const body of [scimError(detail), { kind: 'text', text: detail } as const, json({ errors: [detail] })]) {
      const { params } = refusal(answer(401, body), context);
      expect(String(params.detail).length).toBeLessThanOrEqual(300);
      expect(JSON.stringify(params)).not.toContain('canary');
    }
  });

  test.each([
    [422, 'userName has already been taken'],
    [400, 'User already exists'],
    [400, 'Email must be unique'],
  ])('a double in other words is a conflict: %i %s', (status, detail) => {
    expect(refusal(answer(status, scimError(detail)), context).code).toBe('target-conflict');
    expect(refusal(answer(status, scimError('No.', 'uniqueness')), context).code).toBe('target-conflict');
  });
});

describe('which attribute a refusal is about', () => {
  test.each([
    [`The attribute ${javelo}:birthDate is unknown.`, 'invalidPath', 'birthDate', 'attribute'],
    [`${javelo}:gender must be one of male, female.`, 'invalidValue', 'gender', 'value'],
    ['The attribute title is not accepted.', 'invalidValue', 'title', 'attribute'],
    ['seniorityDate must be a date, DD-MM-YYYY.', 'invalidValue', 'firstHiredOn', 'value'],
    ['name.givenName is required.', 'invalidValue', 'givenName', 'value'],
    ['phoneNumbers is read-only', 'mutability', 'phoneNumber', 'attribute'],
    ['managerUserName: manager is not active', 'invalidValue', 'managerUserName', 'value'],
    ['Manager not found', 'invalidValue', 'managerUserName', 'value'],
    ['managerUserName: unknown user', 'invalidValue', 'managerUserName', 'value'],
    ['Unknown attribute managerUserName', 'invalidValue', 'managerUserName', 'attribute'],
    ['userName must be an e-mail.', 'invalidValue', 'userName', 'value'],
    ['EmployeeNumber is too long', 'invalidValue', 'employeeNumber', 'value'],
  ])('%s', (detail, scimType, attribute, refused) => {
    expect(refusal(answer(400, scimError(detail, scimType)), context).params).toMatchObject({ attribute, refused });
  });

  test.each(['title and department are odd', 'Something went wrong', 'untitled', ''])('none: %j', (detail) => {
    expect(refusal(answer(400, scimError(detail, 'invalidValue')), context).params).not.toHaveProperty('attribute');
  });

  test('only one that was sent', () => {
    const sent = { ...context, sent: ['department' as const] };
    const about = (detail: string) => refusal(answer(422, scimError(detail)), sent).params.attribute;
    expect(about('title is odd')).toBeUndefined();
    expect(about('title and department are odd')).toBe('department');
  });
});

import { describe, expect, test } from 'vitest';
import { parsePath } from '../../../utils/connectors/scim/path.ts';

describe('paths of RFC 7644 §3.10', () => {
  test.each([
    ['userName', { schema: null, attribute: 'userName', selector: null, subAttribute: null }],
    ['name.givenName', { schema: null, attribute: 'name', selector: null, subAttribute: 'givenName' }],
    [
      'phoneNumbers[type eq "work"].value',
      {
        schema: null,
        attribute: 'phoneNumbers',
        selector: { attribute: 'type', value: 'work' },
        subAttribute: 'value',
      },
    ],
    [
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
      {
        schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
        attribute: 'manager',
        selector: null,
        subAttribute: 'value',
      },
    ],
  ])('%s', (text, expected) => {
    expect(parsePath(text)).toEqual({ text, ...expected });
  });

  test.each(['', 'urn:a:b:', 'name.', 'a b', 'phones[type eq work].value', 'emails[0]'])('refuses %j', (text) => {
    expect(() => parsePath(text)).toThrow(RangeError);
  });
});

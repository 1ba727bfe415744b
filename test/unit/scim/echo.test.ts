import { describe, expect, test } from 'vitest';
import { droppedAttributes } from '../../../utils/connectors/scim/echo.ts';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { userSchema } from '../../../utils/connectors/scim/schemas.ts';
import type { AttributeChanges } from '../../../utils/core/account.ts';
import type { IsoDate } from '../../../utils/core/ids.ts';

const dropped = (sent: AttributeChanges, echo: object) =>
  droppedAttributes(sent, userSchema.parse({ id: '1', ...echo }), javeloProfile);
const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';

describe('attributes that an answer does not echo', () => {
  const sent: AttributeChanges = {
    userName: 'john@x.com',
    title: 'Engineer',
    phoneNumber: '+31612345678',
    birthDate: '1990-02-28' as IsoDate,
    gender: 'male',
  };

  test('are named', () => {
    expect(dropped(sent, { userName: 'john@x.com', title: 'Engineer', [javelo]: { gender: 'male' } })).toEqual([
      'birthDate',
      'phoneNumber',
    ]);
  });

  test('but not for being written another way', () => {
    const echo = {
      userName: 'John@X.com',
      title: ' engineer ',
      phoneNumbers: [{ type: 'work', value: '0031 6 12345678' }],
      [javelo]: { birthDate: '28-02-1990', gender: 'Male' },
    };
    expect(dropped(sent, echo)).toEqual([]);
  });

  test('an answer without a userName shows only a part and accuses nothing', () => {
    expect(dropped(sent, {})).toEqual([]);
  });

  test('a value that stayed as it was, or was not emptied, is dropped too', () => {
    const echo = { userName: 'john@x.com', title: 'Agent', active: true, [javelo]: { managerUserName: 'boss@x.com' } };
    expect(dropped({ title: 'Engineer', managerUserName: null, active: false }, echo)).toEqual([
      'active',
      'managerUserName',
      'title',
    ]);
    expect(dropped({ managerUserName: null }, { userName: 'john@x.com' })).toEqual([]);
  });
});

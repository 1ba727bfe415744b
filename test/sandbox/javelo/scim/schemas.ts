import {
  type AttributeDefinition,
  complex,
  plural,
  reference,
  type SchemaDefinition,
  text,
  truth,
} from './attribute-definition.ts';
import { JAVELO_ATTRIBUTES, JAVELO_DATES, URN } from './schema-names.ts';

/** Common attributes of every resource (RFC 7643 §3.1); they belong to no schema. */
export const COMMON_ATTRIBUTES: readonly AttributeDefinition[] = [
  text('id', { caseExact: true, mutability: 'readOnly', returned: 'always', uniqueness: 'server' }),
  text('externalId', { caseExact: true }),
  complex(
    'meta',
    [
      text('resourceType', { caseExact: true }),
      text('created', { type: 'dateTime' }),
      text('lastModified', { type: 'dateTime' }),
      reference('location', ['uri']),
      text('version', { caseExact: true }),
    ],
    { mutability: 'readOnly' },
  ),
  reference('schemas', ['uri'], { multiValued: true, returned: 'always' }),
];

/** RFC 7643 §4.1. Passwords are not taken: Javelo signs in by e-mail or SSO. */
export const USER_SCHEMA: SchemaDefinition = {
  id: URN.user,
  name: 'User',
  description: 'User account',
  attributes: [
    text('userName', { required: true, uniqueness: 'server' }),
    complex('name', [
      text('formatted'),
      text('familyName'),
      text('givenName'),
      text('middleName'),
      text('honorificPrefix'),
      text('honorificSuffix'),
    ]),
    text('displayName'),
    text('nickName'),
    reference('profileUrl', ['external']),
    text('title'),
    text('userType'),
    text('preferredLanguage'),
    text('locale'),
    text('timezone'),
    truth('active'),
    plural('emails'),
    plural('phoneNumbers'),
    plural('ims'),
    plural('photos', reference('value', ['external'])),
    complex(
      'addresses',
      [
        text('formatted'),
        text('streetAddress'),
        text('locality'),
        text('region'),
        text('postalCode'),
        text('country'),
        text('type'),
        truth('primary'),
      ],
      { multiValued: true },
    ),
    complex('groups', [text('value'), reference('$ref', ['User', 'Group']), text('display'), text('type')], {
      multiValued: true,
      mutability: 'readOnly',
    }),
    plural('entitlements'),
    plural('roles'),
    plural('x509Certificates', text('value', { type: 'binary', caseExact: true })),
  ],
};

/** RFC 7643 §4.2. */
export const GROUP_SCHEMA: SchemaDefinition = {
  id: URN.group,
  name: 'Group',
  description: 'Group',
  attributes: [
    text('displayName', { required: true }),
    complex(
      'members',
      [
        text('value', { caseExact: true, mutability: 'immutable' }),
        reference('$ref', ['User', 'Group'], { mutability: 'immutable' }),
        text('type', { mutability: 'immutable' }),
        text('display', { mutability: 'readOnly' }),
      ],
      { multiValued: true },
    ),
  ],
};

/** RFC 7643 §4.3. */
export const ENTERPRISE_SCHEMA: SchemaDefinition = {
  id: URN.enterprise,
  name: 'EnterpriseUser',
  description: 'Enterprise User',
  attributes: [
    text('employeeNumber'),
    text('costCenter'),
    text('organization'),
    text('division'),
    text('department'),
    complex('manager', [
      text('value', { caseExact: true }),
      reference('$ref', ['User']),
      text('displayName', { mutability: 'readOnly' }),
    ]),
  ],
};

export const JAVELO_SCHEMA: SchemaDefinition = {
  id: URN.javelo,
  name: 'JaveloUser',
  description: 'Javelo User',
  attributes: JAVELO_ATTRIBUTES.map((name) =>
    text(name, { description: JAVELO_DATES.includes(name) ? `${name} (date)` : name }),
  ),
};

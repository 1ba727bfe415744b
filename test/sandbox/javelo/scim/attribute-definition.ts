/** One attribute as RFC 7643 §7 describes it. */
export interface AttributeDefinition {
  readonly name: string;
  readonly type: 'string' | 'boolean' | 'complex' | 'dateTime' | 'reference' | 'binary';
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server';
  readonly subAttributes?: readonly AttributeDefinition[];
  readonly referenceTypes?: readonly string[];
}

export interface SchemaDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly AttributeDefinition[];
}

type Traits = Partial<Omit<AttributeDefinition, 'name' | 'subAttributes'>>;

export function text(name: string, traits: Traits = {}): AttributeDefinition {
  return {
    name,
    type: 'string',
    multiValued: false,
    description: name,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...traits,
  };
}

export function truth(name: string, traits: Traits = {}): AttributeDefinition {
  return text(name, { type: 'boolean', ...traits });
}

export function reference(name: string, referenceTypes: readonly string[], traits: Traits = {}): AttributeDefinition {
  return text(name, { type: 'reference', caseExact: true, referenceTypes, ...traits });
}

export function complex(
  name: string,
  subAttributes: readonly AttributeDefinition[],
  traits: Traits = {},
): AttributeDefinition {
  return { ...text(name, { type: 'complex', ...traits }), subAttributes };
}

/** The usual multi-valued shape: value, display, type, primary (RFC 7643 §2.4). */
export function plural(name: string, value: AttributeDefinition = text('value')): AttributeDefinition {
  return complex(name, [value, text('display'), text('type'), truth('primary')], { multiValued: true });
}

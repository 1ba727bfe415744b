import { type ComplexType, type Field, type ServiceTypes, scalars } from './schema.ts';

/** Text as it stands in an element. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;

type Write = (value: unknown) => string;

const emptyDate = '0001-01-01T00:00:00';

/**
 * Writers of values after nmbrs-api.md §2.17: a missing value is an omitted element, '' an empty one,
 * null is xsi:nil where the type allows it and the empty date where a date does not.
 */
export const createSerialiser = (types: ServiceTypes) => {
  const writers = new Map<string, readonly ((record: Readonly<Record<string, unknown>>) => string)[]>();

  const fieldsOf = ({ extends: base, fields }: ComplexType): readonly Field[] => {
    const parent = base === undefined ? undefined : types.complex[base];
    return parent ? [...fieldsOf(parent), ...fields] : fields;
  };

  const content = (type: string): Write => {
    if (scalars.has(type) || type in types.enums) return (value) => escapeText(String(value));
    if (type.endsWith('[]')) {
      const item = type.slice(0, -2);
      const write = element({ name: item, type: item, optional: false, nillable: true });
      return (value) => (value as readonly unknown[]).map(write).join('');
    }
    return (value) => {
      let text = '';
      for (const write of complex(type)) text += write(value as Readonly<Record<string, unknown>>);
      return text;
    };
  };

  const element = ({ name, type, nillable }: Field): Write => {
    const write = content(type);
    const open = `<${name}>`;
    const close = `</${name}>`;
    const empty = `<${name} />`;
    const absent = nillable ? `<${name} xsi:nil="true" />` : '';
    return (value) => {
      if (value === undefined) return '';
      if (value === null) return type === 'dateTime' && !nillable ? `${open}${emptyDate}${close}` : absent;
      const text = write(value);
      return text === '' ? empty : open + text + close;
    };
  };

  const complex = (type: string) => {
    const known = writers.get(type);
    if (known) return known;
    const definition = types.complex[type];
    if (!definition) throw new Error(`the schema has no type ${type}`);
    const made = fieldsOf(definition).map((field) => {
      const write = element(field);
      return (record: Readonly<Record<string, unknown>>): string => write(record[field.name]);
    });
    writers.set(type, made);
    return made;
  };

  return {
    /** One element with its value. */
    element: (name: string, type: string, value: unknown): string =>
      element({ name, type, optional: true, nillable: false })(value),
    /** The items of a list, each an element named after its type. */
    items: (type: string): Write => element({ name: type, type, optional: false, nillable: true }),
  };
};

import type { Operation, ServiceName } from './operation.ts';
import { type Field, type ServiceTypes, scalars } from './schema.ts';

const list = (type: string): boolean => type.endsWith('[]');

const wrapper = (type: string): string => {
  const item = type.slice(0, -2);
  return `ArrayOf${item[0]?.toUpperCase() ?? ''}${item.slice(1)}`;
};

const reference = (type: string): string =>
  scalars.has(type) ? `s:${type}` : `tns:${list(type) ? wrapper(type) : type}`;

const element = ({ name, type, optional, nillable }: Field): string =>
  `<s:element minOccurs="${optional ? 0 : 1}" maxOccurs="1" name="${name}"${nillable ? ' nillable="true"' : ''} type="${reference(type)}"/>`;

const sequence = (fields: readonly Field[]): string =>
  fields.length === 0 ? '' : `<s:sequence>${fields.map(element).join('')}</s:sequence>`;

/** The result is optional as in every stock ASP.NET service: a null result has no element. */
const resultField = ({ resultElement, result }: Operation): Field => ({
  name: resultElement,
  type: result,
  optional: true,
  nillable: false,
});

const authentication = `<s:element name="AuthHeaderWithDomain" type="tns:AuthHeaderWithDomain"/><s:element name="AuthHeader" type="tns:AuthHeader"/>
<s:complexType name="AuthHeader"><s:sequence><s:element minOccurs="0" maxOccurs="1" name="Username" type="s:string"/><s:element minOccurs="0" maxOccurs="1" name="Token" type="s:string"/></s:sequence><s:anyAttribute/></s:complexType>
<s:complexType name="AuthHeaderWithDomain"><s:complexContent mixed="false"><s:extension base="tns:AuthHeader"><s:sequence><s:element minOccurs="0" maxOccurs="1" name="Domain" type="s:string"/></s:sequence></s:extension></s:complexContent></s:complexType>`;

const schema = (namespace: string, types: ServiceTypes, operations: readonly Operation[]): string => {
  const lists = new Set(
    [
      ...operations.map(({ result }) => result),
      ...Object.values(types.complex).flatMap(({ fields }) => fields.map(({ type }) => type)),
    ].filter(list),
  );
  return [
    `<s:schema elementFormDefault="qualified" targetNamespace="${namespace}">`,
    ...operations.flatMap((operation) => [
      `<s:element name="${operation.name}"><s:complexType>${sequence(operation.parameters)}</s:complexType></s:element>`,
      `<s:element name="${operation.name}Response"><s:complexType>${sequence([resultField(operation)])}</s:complexType></s:element>`,
    ]),
    authentication,
    ...[...lists].map((type) => {
      const item = type.slice(0, -2);
      return `<s:complexType name="${wrapper(type)}"><s:sequence><s:element minOccurs="0" maxOccurs="unbounded" name="${item}" nillable="true" type="${reference(item)}"/></s:sequence></s:complexType>`;
    }),
    ...Object.entries(types.complex).map(([name, { extends: base, fields }]) =>
      base === undefined
        ? `<s:complexType name="${name}">${sequence(fields)}</s:complexType>`
        : `<s:complexType name="${name}"><s:complexContent mixed="false"><s:extension base="tns:${base}">${sequence(fields)}</s:extension></s:complexContent></s:complexType>`,
    ),
    ...Object.entries(types.enums).map(
      ([name, values]) =>
        `<s:simpleType name="${name}"><s:restriction base="s:string">${values.map((value) => `<s:enumeration value="${value}"/>`).join('')}</s:restriction></s:simpleType>`,
    ),
    '</s:schema>',
  ].join('\n');
};

const headerOf = ({ name }: Operation): string => (name === 'Environment_Get' ? 'AuthHeader' : 'AuthHeaderWithDomain');

const messages = (operation: Operation): string => {
  const { name } = operation;
  const header = headerOf(operation);
  return `<wsdl:message name="${name}SoapIn"><wsdl:part name="parameters" element="tns:${name}"/></wsdl:message>
<wsdl:message name="${name}SoapOut"><wsdl:part name="parameters" element="tns:${name}Response"/></wsdl:message>
<wsdl:message name="${name}${header}"><wsdl:part name="${header}" element="tns:${header}"/></wsdl:message>`;
};

const binding = (
  service: ServiceName,
  namespace: string,
  prefix: 'soap' | 'soap12',
  operations: readonly Operation[],
): string => {
  const name = `${service}Soap${prefix === 'soap12' ? '12' : ''}`;
  const bound = operations.map((operation) => {
    const header = headerOf(operation);
    return `<wsdl:operation name="${operation.name}"><${prefix}:operation soapAction="${namespace}/${operation.name}" style="document"/><wsdl:input><${prefix}:body use="literal"/><${prefix}:header message="tns:${operation.name}${header}" part="${header}" use="literal"/></wsdl:input><wsdl:output><${prefix}:body use="literal"/></wsdl:output></wsdl:operation>`;
  });
  return `<wsdl:binding name="${name}" type="tns:${service}Soap"><${prefix}:binding transport="http://schemas.xmlsoap.org/soap/http"/>${bound.join('\n')}</wsdl:binding>`;
};

/**
 * The WSDL of a service as stock ASP.NET writes it: qualified elements, both bindings on one address, the
 * authentication header as a header part (nmbrs-api.md §2.1, §2.2).
 */
export const writeWsdl = (
  service: ServiceName,
  namespace: string,
  address: string,
  types: ServiceTypes,
  operations: readonly Operation[],
): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions xmlns:tns="${namespace}" xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="${namespace}">
<wsdl:types>${schema(namespace, types, operations)}</wsdl:types>
${operations.map(messages).join('\n')}
<wsdl:portType name="${service}Soap">${operations
    .map(
      ({ name }) =>
        `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}SoapIn"/><wsdl:output message="tns:${name}SoapOut"/></wsdl:operation>`,
    )
    .join('\n')}</wsdl:portType>
${binding(service, namespace, 'soap', operations)}
${binding(service, namespace, 'soap12', operations)}
<wsdl:service name="${service}"><wsdl:port name="${service}Soap" binding="tns:${service}Soap"><soap:address location="${address}"/></wsdl:port><wsdl:port name="${service}Soap12" binding="tns:${service}Soap12"><soap12:address location="${address}"/></wsdl:port></wsdl:service>
</wsdl:definitions>
`;

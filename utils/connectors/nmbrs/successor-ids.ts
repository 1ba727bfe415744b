import { operations } from './operations.ts';
import { ownText } from './records/text.ts';
import type { Collector, SoapClient } from './soap-client.ts';

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/**
 * Converter_GetByCompany_IntToGuid: the ids that the successor API (REST) uses, by employee id. The names of the answer's
 * elements are known from no WSDL (nmbrs-api.md §6.2; inferred), so any element that holds one number and one GUID is a pair.
 */
export function readSuccessorIds(client: SoapClient, companyId: string): Promise<ReadonlyMap<string, string>> {
  return client.stream(operations.guids, { CompanyId: companyId, Entity: 'Employee' }, collectPairs);
}

function collectPairs(): Collector<ReadonlyMap<string, string>> {
  const pairs = new Map<string, string>();
  let number = '';
  let id = '';
  return {
    sink: {
      // Leaves open as well, so where a pair begins is told by the end of the one before.
      open() {},
      leaf(_name, text) {
        const trimmed = text.trim();
        const match = guid.exec(trimmed);
        if (match?.[1]) id = match[1].toLowerCase();
        else if (/^\d+$/.test(trimmed)) number = trimmed;
      },
      close() {
        if (number !== '' && id !== '') pairs.set(ownText(number), ownText(id));
        number = '';
        id = '';
      },
    },
    result: () => pairs,
  };
}

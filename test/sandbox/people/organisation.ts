import { type PeriodType, periodOf } from './dates.ts';
import { departmentNames, functionNames } from './names.ts';
import type { Company, Debtor } from './records.ts';

const companyNames = [
  'Acme Holding B.V.',
  "Bakkerij 't Hart & Zonen",
  'Acme Techniek <Noord>',
  'De Gouden Lepel',
  'Müller Logistiek',
] as const;
const domains = [
  'acme.example',
  'hart-zonen.example',
  'acme-techniek.example',
  'goudenlepel.example',
  'muller-logistiek.example',
] as const;

/** The debtors with their catalogues; codes collide across debtors, ids do not. */
export const createDebtors = (count: number): Debtor[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 1200 + index,
    number: String(index + 1),
    name: index === 0 ? 'Acme Groep' : `Debiteur ${index + 1} & Co`,
    departments: departmentNames.map((Description, code) => ({
      Id: 3000 + index * 100 + code,
      Code: (code + 1) * 10,
      Description,
    })),
    functions: functionNames.map((Description, code) => ({
      Id: 5000 + index * 100 + code,
      Code: (code + 1) * 100,
      Description,
    })),
    managers: [],
  }));

/** The companies, dealt out over the debtors; the second one is paid in periods of four weeks. */
export const createCompanies = (count: number, debtors: readonly Debtor[], today: string): Company[] =>
  Array.from({ length: count }, (_, index) => {
    const periodType: PeriodType = index % 3 === 1 ? '4W' : 'M';
    return {
      id: 54613 + index,
      number: 444445 + index,
      name: companyNames[index] ?? `Bedrijf ${index + 1} B.V.`,
      debtorId: debtors[index % debtors.length]?.id ?? 0,
      periodType,
      currentPeriod: periodOf(today, periodType),
      emailDomain: domains[index] ?? `bedrijf${index + 1}.example`,
    };
  });

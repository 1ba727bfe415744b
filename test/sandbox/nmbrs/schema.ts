/** A small language for the types of the services, from which answers and WSDL are both written, so that they cannot part. */
export type Scalar = 'int' | 'string' | 'dateTime' | 'boolean' | 'decimal';

export interface Field {
  readonly name: string;
  /** A scalar, the name of a complex or enumerated type, or such a name followed by `[]`. */
  readonly type: string;
  /** minOccurs 0: a missing value is an omitted element. */
  readonly optional: boolean;
  /** A null value is written as xsi:nil. */
  readonly nillable: boolean;
}

export interface ComplexType {
  readonly extends?: string;
  readonly fields: readonly Field[];
}

export interface ServiceTypes {
  readonly complex: Readonly<Record<string, ComplexType>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

export const scalars: ReadonlySet<string> = new Set<Scalar>(['int', 'string', 'dateTime', 'boolean', 'decimal']);

/** Reads `Id:int Name:string? End:dateTime~`: `?` is minOccurs 0, `~` nillable, `[]` a list in a wrapper of its own. */
export const fields = (text: string): Field[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((token) => {
      const [name = '', rest = ''] = token.split(':');
      return { name, type: rest.replace(/[?~]/g, ''), optional: rest.includes('?'), nillable: rest.includes('~') };
    });

const type = (text: string, base?: string): ComplexType => ({
  fields: fields(text),
  ...(base === undefined ? {} : { extends: base }),
});

const catalogueEntry = type('Id:int Code:int Description:string?');

export const debtorTypes: ServiceTypes = {
  complex: {
    Debtor: type('Id:int Number:string? Name:string?'),
    Domain: type('Domain:string? SubDomain:string?'),
    Department: catalogueEntry,
    Function: catalogueEntry,
    Manager: type(
      'Number:int FirstName:string? Name:string? Department:string? Function:string? PhoneNumber:string? Mobile:string? Fax:string? Email:string?',
    ),
  },
  enums: {},
};

export const companyTypes: ServiceTypes = {
  complex: {
    Company: type(
      'ID:int Number:int Name:string? PhoneNumber:string? FaxNumber:string? Email:string? Website:string? LoonaangifteTijdvak:LoonaangifteTijdvak KvkNr:string?',
    ),
    GuidConvertor: type('Entity:string? Mappings:Mapping[]?'),
    Mapping: type('IdInt:int IdGuid:string?'),
  },
  enums: { LoonaangifteTijdvak: ['None', 'Month', 'Week4', 'Month6', 'Year'] },
};

const identity = 'Title:string? FirstName:string? Initials:string? Prefix:string? LastName:string? Nickname:string?';
const origin =
  'PlaceOfBirth:string? CountryOfBirthISOCode:string? IdentificationNumber:string? IdentificationType:int PartnerPrefix:string? PartnerLastName:string?';
const contact =
  'TelephonePrivate:string? TelephoneWork:string? TelephoneMobilePrivate:string? TelephoneMobileWork:string? TelephoneOther:string? EmailPrivate:string? EmailWork:string?';
const emergency =
  'DeceasedDate:dateTime?~ InCaseOfEmergency:string? InCaseOfEmergencyPhone:string? InCaseOfEmergencyRelation:string? TitleAfter:string?';

export const employeeServiceTypes: ServiceTypes = {
  complex: {
    EmployeeType: type('Id:int Description:string?'),
    Employee: type('Id:int Number:int DisplayName:string?'),
    PersonalInfo: type(
      `EmployeeNumber:int?~ BSN:string? ${identity} Gender:Gender?~ NationalityCode:int?~ ${origin} ${contact} BurgerlijkeStaat:string? Naamstelling:string? Birthday:dateTime?~ ${emergency}`,
      'Employee',
    ),
    PersonalInfoItem: type('EmployeeId:int EmployeePersonalInfos:PersonalInfo_V2[]?'),
    PersonalInfo_V2: type(
      `Id:int DisplayName:string? EmployeeNumber:int BSN:string? ${identity} Gender:Gender NationalityCode:int ${origin} ${contact} BurgerlijkeStaat:int Naamstelling:int Birthday:dateTime~ CreationDate:dateTime~ StartPeriod:int StartYear:int ${emergency}`,
    ),
    Function: catalogueEntry,
    EmployeeFunction: type('RecordId:int Function:Function? CreationDate:dateTime~ StartPeriod:int StartYear:int'),
    EmployeeFunctionItem_V2: type('EmployeeId:int EmployeeFunctions:EmployeeFunction[]?'),
    Department: catalogueEntry,
    Department_V2: type('Id:int Code:int Description:string? CreationDate:dateTime~ StartPeriod:int StartYear:int'),
    EmployeeDepartmentItem: type('EmployeeId:int EmployeeDepartments:Department_V2[]?'),
    EmployeeContract: type(
      'ContractID:int CreationDate:dateTime~ StartDate:dateTime~ TrialPeriod:dateTime~ EndDate:dateTime~ EmployementType:int EmploymentSequenceTaxId:int Indefinite:boolean~ PhaseClassification:int~ WrittenContract:boolean HoursPerWeek:decimal',
    ),
    EmployeeContractItem: type('EmployeeId:int EmployeeContracts:EmployeeContract[]?~'),
    EmployeeContractItemGlobal: type('EmployeeId:int EmployeeContracts:EmployeeContract[]?~'),
    Employment: type(
      'EmploymentId:int CreationDate:dateTime~ StartDate:dateTime~ EndDate:dateTime~ InitialStartDate:dateTime~',
    ),
    EmployeeEmploymentItem: type('EmployeeId:int EmployeeEmployments:Employment[]?'),
    ServiceInterval: type('Start:dateTime End:dateTime SeniorityDate:dateTime EndServiceReason:string?'),
    Staff: type(
      'Number:int FirstName:string? Name:string? Department:string? Function:string? PhoneNumber:string? Mobile:string? Fax:string? Email:string?',
    ),
  },
  enums: { Gender: ['undefined', 'male', 'female'] },
};

export const reportTypes: ServiceTypes = {
  complex: { BackgroundTaskResult: type('TaskId:string? Status:TaskStatus Content:string?') },
  enums: { TaskStatus: ['Enqueued', 'Executing', 'Success', 'Error', 'Unknown'] },
};

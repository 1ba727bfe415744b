import type { ImportFile } from './javelo-import-file.ts';

/** The import file as a workbook of one sheet; every cell is text, or zeros in front would be lost (javelo-scim.md §1.2). */
export async function toWorkbook({ columns, rows }: ImportFile): Promise<File> {
  // Only whoever wants the file loads what writes it.
  const { default: write } = await import('write-excel-file/universal');
  const text = (value: string) => (value === '' ? null : { value, type: String, format: '@' });
  const header = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const sheet = write([header, ...rows.map((row) => row.map(text))], { sheet: 'Users', stickyRowsCount: 1 });
  const blob = await sheet.toBlob();
  return new File([blob], 'javelo-import.xlsx', { type: blob.type });
}

import { describe, expect, it } from 'vitest';
import { daysUntilSoapEnd, soapEnd, soapEndNotices } from '../../../utils/connectors/nmbrs/soap-end.ts';
import type { IsoDate } from '../../../utils/core/ids.ts';

const on = (day: string) => soapEndNotices(day as IsoDate);

describe('the end of SOAP', () => {
  it('is the first of March 2027', () => {
    expect(soapEnd).toBe('2027-03-01');
    expect(daysUntilSoapEnd('2026-11-24' as IsoDate)).toBe(97);
  });

  it('is announced four months before, to the end and beyond', () => {
    expect(on('2026-10-31')).toEqual([]);
    expect(on('2026-11-01')).toEqual([{ code: 'soap-ends', params: { date: '2027-03-01', days: 120 } }]);
    expect(on('2027-03-01')).toEqual([{ code: 'soap-ends', params: { date: '2027-03-01', days: 0 } }]);
    expect(on('2027-04-01')).toHaveLength(1);
  });
});

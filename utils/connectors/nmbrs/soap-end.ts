import type { Notice } from '../../core/errors.ts';
import type { IsoDate } from '../../core/ids.ts';

/** The day Nmbrs switches SOAP off (nmbrs-api.md §6.4, nmbrs-ui.md S1). */
export const soapEnd = '2027-03-01' as IsoDate;

/** From how many days before its end every run says so. */
export const soapEndNoticeDays = 120;

/** Whole days from `today` until SOAP ends; 0 on the day itself, negative after it. */
export function daysUntilSoapEnd(today: IsoDate): number {
  return Math.round((Date.parse(soapEnd) - Date.parse(today)) / 86_400_000);
}

/** The notice for the run's report, once the end is near. */
export function soapEndNotices(today: IsoDate): readonly Notice[] {
  const days = daysUntilSoapEnd(today);
  return days <= soapEndNoticeDays ? [{ code: 'soap-ends', params: { date: soapEnd, days } }] : [];
}

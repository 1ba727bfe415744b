import type { Gender } from '../person.ts';

/** Nmbrs says `male`/`female`, and in some answers 1/2 (nmbrs-api.md §2.9); anything else is not known (rule R6). */
export function toGender(text: string | null | undefined): Gender | null {
  switch (text?.trim().toLowerCase()) {
    case 'male':
    case '1':
      return 'male';
    case 'female':
    case '2':
      return 'female';
    default:
      return null;
  }
}

import type { labelsEn } from './en.ts';

/** Every text of the pages that is written by Nmbrs. */
export type Label = keyof typeof labelsEn;
export type Labels = Readonly<Record<Label, string>>;

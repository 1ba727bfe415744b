import type { Language, PageSwitches } from '../switches.ts';
import { labelsDe } from './de.ts';
import { labelsEn } from './en.ts';
import type { Label, Labels } from './label.ts';
import { labelsNl } from './nl.ts';
import { labelsSv } from './sv.ts';
import { dutchWithEnglish, otherWording } from './wording.ts';

const labelsOf: Readonly<Record<Language, Labels>> = {
  en: labelsEn,
  nl: labelsNl,
  'nl-en': { ...labelsNl, ...dutchWithEnglish },
  sv: labelsSv,
  de: labelsDe,
};

export type Texts = (label: Label) => string;

/** Text as some editors leave it: spaces that do not break, or hyphens that only show at the end of a line. */
export const typeset = (text: string, spaces: PageSwitches['spaces']): string => {
  if (spaces === 'nbsp') return text.replaceAll(' ', '\u00a0');
  if (spaces === 'soft-hyphens')
    return text.replace(/\p{L}{7,}/gu, (word) => `${word.slice(0, 4)}\u00ad${word.slice(4)}`);
  return text;
};

export const createTexts = ({ language, wording, spaces }: PageSwitches): Texts => {
  const labels = wording === 'other' ? { ...labelsOf[language], ...otherWording[language] } : labelsOf[language];
  return (label) => typeset(labels[label], spaces);
};

export const documentLanguage = (language: Language): string => (language === 'nl-en' ? 'nl' : language);

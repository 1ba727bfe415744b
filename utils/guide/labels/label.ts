import { normalise } from '../page/text.ts';
import { dictionary, type LabelId, type LabelWords, type PageLanguage } from './dictionary.ts';

export interface Meaning {
  readonly label: LabelId;
  /** 1 for an attested word, less for a guess. */
  readonly weight: number;
  readonly languages: readonly PageLanguage[];
}

const inferredWeight = 0.85;
const entries = Object.entries(dictionary) as readonly [LabelId, LabelWords][];

/** What a normalised text may mean; one text can name several things ("API token" is a tab and a row). */
const meanings: ReadonlyMap<string, readonly Meaning[]> = collect();

function collect(): ReadonlyMap<string, readonly Meaning[]> {
  const found = new Map<string, Map<LabelId, { weight: number; languages: PageLanguage[] }>>();
  for (const [label, words] of entries) {
    for (const [source, weight] of [
      [words.attested, 1],
      [words.inferred ?? {}, inferredWeight],
    ] as const) {
      for (const [language, texts] of Object.entries(source) as [PageLanguage, readonly string[]][]) {
        for (const text of texts) {
          const ofText = found.get(normalise(text)) ?? new Map();
          const known = ofText.get(label) ?? { weight, languages: [] };
          known.languages.push(language);
          ofText.set(label, known);
          found.set(normalise(text), ofText);
        }
      }
    }
  }
  return new Map([...found].map(([text, ofText]) => [text, [...ofText].map(([label, rest]) => ({ label, ...rest }))]));
}

const none: readonly Meaning[] = [];

/** Gives what a normalised text means on the pages of Nmbrs; mostly nothing. */
export function meaningsOf(normalised: string): readonly Meaning[] {
  return meanings.get(normalised) ?? none;
}

/** Whether a text is the name of something rather than a value. */
export function isLabel(text: string): boolean {
  return meanings.has(normalise(text));
}

/** The word to quote for something that is not on the page yet: in the page's language where it is known. */
export function wordFor(label: LabelId, language: PageLanguage): string {
  const words: LabelWords = dictionary[label];
  const pick = (wanted: PageLanguage) => words.attested[wanted]?.[0] ?? words.inferred?.[wanted]?.[0];
  return pick(language) ?? pick('en') ?? pick('nl') ?? label;
}

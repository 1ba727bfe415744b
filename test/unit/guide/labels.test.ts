import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionary, type LabelId, type LabelWords } from '../../../utils/guide/labels/dictionary.ts';
import { isLabel, meaningsOf, wordFor } from '../../../utils/guide/labels/label.ts';
import { normalise } from '../../../utils/guide/page/text.ts';

const words = (Object.entries(dictionary) as [LabelId, LabelWords][]).flatMap(([label, { attested, inferred }]) =>
  [attested, inferred ?? {}].flatMap((source, at) =>
    Object.values(source).flatMap((texts) => texts.map((text) => ({ label, text, attested: at === 0 }))),
  ),
);

describe('the dictionary', () => {
  it.each(words)('knows $text as $label', ({ label, text, attested }) => {
    const found = meaningsOf(normalise(text)).find((meaning) => meaning.label === label);
    expect(found).toBeDefined();
    if (attested) expect(found?.weight).toBe(1);
  });

  it('knows its words in whatever way the page writes them', () => {
    const disguise = fc.record({
      word: fc.constantFrom(...words),
      upper: fc.boolean(),
      space: fc.constantFrom(' ', '\u00a0', '  ', '\n   '),
      soft: fc.boolean(),
      before: fc.constantFrom('', ' ', 'settings ', '• '),
      after: fc.constantFrom('', ':', ' *', ' …', '\u00a0'),
    });
    fc.assert(
      fc.property(disguise, ({ word, upper, space, soft, before, after }) => {
        const spelt = upper ? word.text.toUpperCase() : word.text;
        const spaced = spelt.replaceAll(' ', space);
        const hyphenated = soft ? `${spaced.slice(0, 2)}\u00ad${spaced.slice(2)}` : spaced;
        const meant = meaningsOf(normalise(`${before}${hyphenated}${after}`)).map(({ label }) => label);
        expect(meant).toContain(word.label);
      }),
    );
  });

  it('takes no other text for a label', () => {
    for (const text of ['Administrator', 'Edit API rights of all', 'Tokens', 'Inactive', 'Acme Holding B.V.', '']) {
      expect(isLabel(text), text).toBe(false);
    }
    expect(normalise('Edit API')).toBe('edit api');
    expect(normalise('edit API')).toBe('api');
  });

  it('quotes the page in its own language, and in English where it has no word', () => {
    expect(wordFor('settings', 'nl')).toBe('Instellingen');
    expect(wordFor('templateUsers', 'sv')).toBe('Användarmall');
    expect(wordFor('masterEmployee', 'de')).toBe('Master Employee');
  });
});

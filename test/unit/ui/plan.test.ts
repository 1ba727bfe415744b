import { describe, expect, it } from 'vitest';
import { heldBack, planSentence } from '../../../components/plan/plan-sentence.ts';
import { noCounts } from '../../../utils/core/run/run.ts';
import { loadTranslator } from '../../../utils/i18n/load-translator.ts';
import { qualityFindings } from '../../../utils/ui/quality.ts';

const [en, nl, fr] = await Promise.all(['en', 'nl', 'fr'].map((language) => loadTranslator([language])));
const counts = { ...noCounts, created: 1240, updated: 1, disabled: 2 };

describe('a plan in words', () => {
  it('spells its numbers out', () => {
    expect(en && planSentence(en, counts)).toBe('create 1,240 accounts, update 1 account and switch off 2 accounts');
    expect(nl && planSentence(nl, counts)).toBe(
      '1.240 accounts aanmaken, 1 account bijwerken en 2 accounts uitschakelen',
    );
    expect(fr && planSentence(fr, { ...noCounts, disabled: 1 })).toBe('désactiver 1 compte');
  });

  it('speaks only of the kinds that wait for an approval', () => {
    const finding = { rule: 'mass-disable', count: 2, of: 9, limit: { number: 1 }, examples: [] } as const;
    const held = heldBack([
      { ...finding, verdict: 'needs-approval', blocks: 'disable' },
      { ...finding, verdict: 'notice', blocks: 'create' },
    ]);
    expect(en && planSentence(en, counts, held)).toBe('switch off 2 accounts');
  });

  it('is silent where nothing changes', () => {
    expect(en && planSentence(en, { ...noCounts, unchanged: 5 })).toBeNull();
  });
});

describe('the quality of the data', () => {
  const row = { outcome: 'skipped', reason: 'in-step', params: {}, modified: [] } as const;
  const value = (attribute: 'title' | 'managerUserName') => ({ attribute, from: null, to: 'x' });

  it('counts people by what is missing', () => {
    expect(
      qualityFindings([
        { ...row, reason: 'no-work-email' },
        { ...row, reason: 'no-work-email' },
        { ...row, outcome: 'created', reason: 'new-in-source', modified: [value('title'), value('managerUserName')] },
        { ...row, outcome: 'created', reason: 'new-in-source', modified: [value('title')] },
        { ...row, outcome: 'created', reason: 'new-in-source', params: { managerNote: 'manager-self' } },
        { ...row, outcome: 'updated', reason: 'attributes-differ' },
      ]),
    ).toEqual([
      { kind: 'no-work-email', count: 2 },
      { kind: 'no-manager', count: 1 },
      { kind: 'own-manager', count: 1 },
      { kind: 'no-function', count: 1 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { planSentence, waitingSentence } from '../../../components/plan/plan-sentence.ts';
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
    const finding = { of: 90, limit: { number: 1 }, examples: [] } as const;
    const off = { ...finding, rule: 'mass-disable', count: 2, verdict: 'needs-approval', blocks: 'disable' } as const;
    const created = { ...finding, rule: 'mass-create', count: 7, verdict: 'notice', blocks: 'create' } as const;
    const renamed = { ...off, rule: 'mass-rename', count: 30, blocks: 'update' } as const;
    const gone = { ...off, rule: 'company-missing', count: 1 } as const;
    const say = (
      waiting: number,
      ...findings: readonly (typeof off | typeof created | typeof renamed | typeof gone)[]
    ) => en && waitingSentence(en, { counts: { ...noCounts, created: 5, waiting }, findings });
    expect(say(2, off, created)).toBe('switch off 2 accounts');
    expect(say(33, off, renamed)).toBe('update 31 accounts and switch off 2 accounts');
    expect(say(12, gone)).toBe('switch off 12 accounts');
    expect(say(33, gone, renamed)).toBe('carry out 33 changes');
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

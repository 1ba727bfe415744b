import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { neededPermissions } from '../../../utils/connectors/nmbrs/permissions.ts';
import { accountAttributes } from '../../../utils/core/account.ts';
import { errorCodes } from '../../../utils/core/errors.ts';
import type { GuardrailFinding } from '../../../utils/core/guardrails/guardrail.ts';
import { actionableReasons } from '../../../utils/core/log/attention.ts';
import { outcomes } from '../../../utils/core/log/log-entry.ts';
import type { ManagerNote } from '../../../utils/core/people/managers.ts';
import { reasonCodes } from '../../../utils/core/plan/change.ts';
import { runStates } from '../../../utils/core/run/run.ts';
import english from '../../../utils/i18n/bundles/en.ts';
import { guideTexts } from '../../../utils/i18n/bundles/guide.ts';
import { locales } from '../../../utils/i18n/locales.ts';
import { loadMessages } from '../../../utils/i18n/messages.ts';

const loaded = await Promise.all(locales.map(async (locale) => [locale, await loadMessages(locale)] as const));
const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(loaded);
const keys = Object.keys(english);
const assets = fileURLToPath(new URL('../../../assets', import.meta.url));

// Kept as records so that a new member of the union does not compile until it is here, and then has no text.
const rules: Record<GuardrailFinding['rule'], true> = {
  'source-empty': true,
  'source-shrunken': true,
  'source-incomplete': true,
  'company-missing': true,
  'target-suddenly-empty': true,
  'mass-create': true,
  'mass-update': true,
  'mass-rename': true,
  'mass-manager-change': true,
  'mass-disable': true,
};
const managerNotes: Record<Exclude<ManagerNote, 'no-manager-in-source'>, true> = {
  'manager-not-an-employee': true,
  'manager-ambiguous': true,
  'manager-not-active': true,
  'manager-self': true,
  'manager-not-written-yet': true,
};

function readJson(path: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(assets, path), 'utf8')) as Readonly<Record<string, unknown>>;
}

interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}

/** Names of the values a message asks for; `#` and plain text ask for none. */
function valuesOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => {
    const isPlain = part.type === 0 || part.type === 7;
    const inner = Object.values(part.options ?? {}).flatMap((option) => valuesOf(option.value));
    return isPlain ? [] : [String(part.value), ...inner];
  });
}

const askedFor = (text: string, language: string): readonly string[] =>
  [...new Set(valuesOf(new IntlMessageFormat(text, language).getAst() as readonly Part[]))].sort();

describe('texts', () => {
  it.each(locales)('%s has exactly the keys of English', (language) => {
    expect(Object.keys(languages[language] ?? {})).toEqual(keys);
    for (const path of globSync(['locales/*/en.json', 'public/_locales/en/messages.json'], { cwd: assets })) {
      const there = path.replace(/\ben\b(?=\.json|\/messages)/, language);
      expect(Object.keys(readJson(there)), there).toEqual(Object.keys(readJson(path)));
    }
  });

  it.each(locales)('%s has what the stores show', (language) => {
    const texts = globSync(`store/${language}/*.md`, { cwd: assets }).map((path) => basename(path));
    expect(texts.sort()).toEqual(['listing.md', 'privacy.md']);
  });

  it('every code has its texts', () => {
    const needed = [
      ...errorCodes.flatMap((code) => [`errors.${code}.what`, `errors.${code}.do`]),
      ...reasonCodes.map((code) => `reasons.${code}`),
      ...actionableReasons.map((code) => `advice.${code}`),
      ...Object.keys(rules).map((rule) => `guardrails.${rule}`),
      ...Object.keys(managerNotes).map((note) => `managerNotes.${note}`),
      ...runStates.map((state) => `run.${state}`),
      ...outcomes.map((outcome) => `outcomes.${outcome}`),
      ...accountAttributes.map((attribute) => `attributes.${attribute}`),
      // Every right the connector uses, those of reports included.
      ...neededPermissions.map(({ operation }) => `permission.${operation.service}.${operation.method}`),
      // Every notice the connectors and the engine give.
      ...[
        'attribute-not-allowed',
        'attribute-not-accepted',
        'known-elsewhere',
        'soap-ends',
        'employee-type-missing',
      ].map((code) => `notices.${code}`),
    ];
    expect(needed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('parse, and ask for the same values in every language', () => {
    const different = keys.filter((key) => {
      const [first, ...others] = Object.entries(languages).map(([language, texts]) =>
        askedFor(texts[key] ?? '', language).join(),
      );
      return others.some((other) => other !== first);
    });
    expect(different).toEqual([]);
  });

  it('nothing but names is the same in two languages', () => {
    const names = new Set([
      ...[
        'app.name',
        'nav.menu',
        'demo.title',
        ...locales.map((locale) => `settings.language.${locale}`),
        'log.changes',
        'nmbrs.domain.placeholder',
        'javelo.address.placeholder',
      ],
      ...['nmbrs.title', 'javelo.title', 'javelo.profile.javelo', 'javelo.okUncounted', 'history.runs', 'value.no'],
    ]);
    const same = keys.filter((key) => !names.has(key) && languages.en?.[key] === languages.nl?.[key]);
    const sameInFrench = keys.filter((key) => !names.has(key) && languages.en?.[key] === languages.fr?.[key]);
    expect({ same, sameInFrench }).toEqual({
      same: [],
      sameInFrench: ['attributes.managerUserName', 'mapping.from.manager', 'organisation.title', 'run.live'],
    });
  });

  it('the guide says je in Dutch, and het token and het template', () => {
    const formal = /\b[Uu]w?\b|\b(?:de|deze|die) (?:API-)?(?:token|template)\b/;
    expect(Object.entries(guideTexts.nl).filter(([, text]) => formal.test(text))).toEqual([]);
  });

  it('French keeps double punctuation and quotation marks on the line of their words', () => {
    const torn = /[^\u202f][;?!]|[^\u00a0]:(?!\/\/)|«[^\u00a0]|[^\u00a0]»/;
    const all = { ...languages.fr, ...guideTexts.fr };
    expect(Object.entries(all).filter(([, text]) => torn.test(text))).toEqual([]);
  });
});

import { useRef, useState } from 'preact/hooks';
import {
  defaultMapping,
  type MappableAttribute,
  type Mapping,
  type MappingRule,
} from '../../core/mapping/mapping-rule.ts';
import { background } from '../../messaging/background-client.ts';
import type { RequestOf } from '../../messaging/contract.ts';
import { useAction } from '../use-action.ts';
import { useLoaded } from '../use-loaded.ts';

const exampleChoices = 50;

/** The mapping under the admin's hands: loaded once, changed here, saved when he says so; and a real person to see it on. */
export function useMapping() {
  const [draft, setDraft] = useState<Mapping | null>(null);
  const [person, setPerson] = useState(0);
  const saved = useLoaded('mapping', () => background('settings.get', null));
  const people = useLoaded('mapping/people', () => background('people.list', { limit: exampleChoices }));
  const mapping = draft ?? saved.value?.mapping ?? null;
  const working = people.value?.people.filter(({ status }) => status === 'active') ?? [];
  const sourceId = working[person % Math.max(1, working.length)]?.sourceId ?? null;
  const peopleKnown = people.value !== null || people.error !== null;
  const shown = useLoaded(`mapping/example/${sourceId}/${peopleKnown}/${JSON.stringify(mapping)}`, async () => {
    if (mapping === null || !peopleKnown) return null;
    return { example: await background('mapping.example', { mapping: withoutBlanks(mapping), sourceId }) };
  });
  // The example of a moment ago stays until the next one is there, so that the rows keep their places.
  const last = useRef(shown.value);
  if (shown.value !== null) last.current = shown.value;
  const save = useAction(async () => {
    const { mapping: kept } = await background('settings.saveMapping', { mapping: withoutBlanks(mapping ?? {}) });
    setDraft(kept);
    return kept;
  });
  const change = (changed: Mapping) => {
    save.reset();
    setDraft(changed);
  };
  return {
    mapping,
    error: saved.error ?? people.error,
    /** As the attribute is mapped now: by the admin's rule, or by default. */
    ruleOf: (attribute: MappableAttribute): MappingRule => mapping?.[attribute] ?? defaultMapping[attribute],
    isDefault: (attribute: MappableAttribute) => mapping?.[attribute] === undefined,
    setRule(attribute: MappableAttribute, rule: MappingRule) {
      const { [attribute]: _, ...others } = mapping ?? {};
      change(sameRule(rule, defaultMapping[attribute]) ? others : { ...others, [attribute]: rule });
    },
    resetAll: () => change({}),
    isChanged: draft !== null && save.result === null && !sameMapping(draft, saved.value?.mapping ?? {}),
    save,
    /** Everything that the rows are made of is there, or will not come. */
    ready: mapping !== null && (last.current !== null || shown.error !== null),
    example: last.current?.example ?? null,
    canChangePerson: working.length > 1,
    nextPerson: () => setPerson((index) => index + 1),
  };
}

function sameRule(a: MappingRule, b: MappingRule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameMapping(a: Mapping, b: Mapping): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<MappableAttribute>;
  return [...names].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/** A fixed text that is still being thought of does not count yet. */
function withoutBlanks(mapping: Mapping): RequestOf<'settings.saveMapping'>['mapping'] {
  const whole = Object.entries(mapping).filter(
    ([, rule]) => rule.value.from !== 'constant' || rule.value.text.trim() !== '',
  );
  return Object.fromEntries(whole) as Mapping;
}

import { SaxesParser } from 'saxes';
import type { SandboxRequest } from './http.ts';

export const systems = ['nmbrs', 'javelo'] as const;
export type System = (typeof systems)[number];

/** What may go wrong with one exchange; `kind` as in the project's list of commands. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'reset-before' }
  | { readonly kind: 'reset-after' }
  /** The answer stops at this share of it, and the connection ends as if it were whole. */
  | { readonly kind: 'truncate'; readonly at?: number }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'html'; readonly status?: number }
  /** This share of the items of a list is missing; the answer is well-formed. */
  | { readonly kind: 'subset'; readonly share?: number }
  | { readonly kind: 'soap-fault'; readonly code: number };

const kinds: ReadonlySet<string> = new Set<Fault['kind']>([
  'status',
  'reset-before',
  'reset-after',
  'truncate',
  'delay',
  'html',
  'subset',
  'soap-fault',
]);

export interface FaultRule {
  readonly system?: System;
  /** All that is named must fit; `path` is below the API's root and takes in what lies under it; `operation` with or without its service. */
  readonly match?: { readonly method?: string; readonly path?: string; readonly operation?: string };
  /** So many fitting requests pass first. */
  readonly after?: number;
  /** So many fitting requests are hit then; null is all of them. Default 1. */
  readonly times?: number | null;
  readonly fault: Fault;
}

interface Standing {
  readonly rule: FaultRule;
  seen: number;
  hit: number;
}

const roots: Readonly<Record<System, string>> = { nmbrs: '/soap/v3', javelo: '/scim/v2' };

const under = (path: string, prefix: string): boolean =>
  path === prefix || path.startsWith(`${prefix.replace(/\/$/, '')}/`);

/** The operation that a SOAP request names: the first element in its body, found without reading the whole. */
const soapOperation = ({ url, body }: Pick<SandboxRequest, 'url' | 'body'>): string => {
  const service = /(\w+)\.asmx$/i.exec(url.pathname)?.[1] ?? '';
  const operation = /<(?:[\w.-]+:)?Body\b[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*<(?:[\w.-]+:)?([\w.-]+)/.exec(body)?.[1] ?? '';
  return `${service}.${operation}`;
};

const fits = ({ rule }: Standing, system: System, request: SandboxRequest): boolean => {
  if (rule.system !== undefined && rule.system !== system) return false;
  const { method, path, operation } = rule.match ?? {};
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  const below = request.url.pathname.slice(roots[system].length);
  if (path !== undefined && !under(below, path) && !under(request.url.pathname, path)) return false;
  if (operation === undefined) return true;
  const name = system === 'nmbrs' ? soapOperation(request) : `${request.method} ${below}`;
  return name === operation || name.endsWith(`.${operation}`);
};

const problemWith = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return 'a rule is an object';
  const { system, fault } = value as { system?: unknown; fault?: { kind?: unknown } };
  if (system !== undefined && !systems.includes(system as System)) return `system is one of ${systems.join(', ')}`;
  if (typeof fault !== 'object' || fault === null || typeof fault.kind !== 'string' || !kinds.has(fault.kind))
    return `fault.kind is one of ${[...kinds].join(', ')}`;
  return undefined;
};

/** The rules in force; the first one whose turn it is decides about a request. */
export const createFaults = () => {
  const standing: Standing[] = [];
  return {
    /** Adds rules behind those that stand; throws with a sentence on one that makes no sense. */
    add: (rules: readonly unknown[]): void => {
      for (const rule of rules) {
        const problem = problemWith(rule);
        if (problem !== undefined) throw new Error(problem);
      }
      standing.push(...rules.map((rule) => ({ rule: rule as FaultRule, seen: 0, hit: 0 })));
    },
    clear: (): void => {
      standing.length = 0;
    },
    list: (): (FaultRule & { seen: number; hit: number })[] =>
      standing.map(({ rule, seen, hit }) => ({ ...rule, seen, hit })),
    /** Which fault strikes this request? Counts it for every rule that it fits. */
    strike: (system: System, request: SandboxRequest): Fault | undefined => {
      let struck: Fault | undefined;
      for (const entry of standing) {
        if (!fits(entry, system, request)) continue;
        entry.seen += 1;
        const { after = 0, times = 1, fault } = entry.rule;
        if (struck || entry.seen <= after || (times !== null && entry.hit >= times)) continue;
        entry.hit += 1;
        struck = fault;
      }
      return struck;
    },
  };
};

/** Every n-th item stays, so that about `share` of them is missing, at least one where there are any. */
const keepers = (count: number, share: number): Set<number> => {
  const keep = Math.min(count - 1, Math.round(count * (1 - share)));
  return new Set(Array.from({ length: Math.max(0, keep) }, (_, index) => Math.floor((index * count) / keep)));
};

const subsetXml = (xml: string, share: number): string => {
  const parser = new SaxesParser();
  const spans: { from: number; to: number }[] = [];
  let depth = 0;
  let from = 0;
  // Envelope, Body, Response, Result: the items are the fifth level.
  const itemLevel = 5;
  parser.on('opentagstart', ({ name }) => {
    depth += 1;
    if (depth === itemLevel) from = xml.lastIndexOf(`<${name}`, parser.position);
  });
  parser.on('closetag', () => {
    if (depth === itemLevel) spans.push({ from, to: parser.position });
    depth -= 1;
  });
  parser.write(xml).close();
  const kept = keepers(spans.length, share);
  let text = '';
  let at = 0;
  spans.forEach((span, index) => {
    text += xml.slice(at, span.from);
    if (kept.has(index)) text += xml.slice(span.from, span.to);
    at = span.to;
  });
  return text + xml.slice(at);
};

const subsetJson = (json: string, share: number): string => {
  const answer = JSON.parse(json) as { Resources?: unknown[]; itemsPerPage?: number; totalResults?: number };
  if (!Array.isArray(answer.Resources)) return json;
  const kept = keepers(answer.Resources.length, share);
  const whole = answer.totalResults === answer.Resources.length;
  const Resources = answer.Resources.filter((_, index) => kept.has(index));
  return JSON.stringify({
    ...answer,
    ...(whole ? { totalResults: Resources.length } : {}),
    itemsPerPage: Resources.length,
    Resources,
  });
};

/** A list answer of which a share is missing; what is no list stays as it is. */
export const subset = (body: string, share = 0.5): string =>
  body.trimStart().startsWith('<') ? subsetXml(body, share) : subsetJson(body, share);

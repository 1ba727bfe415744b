/**
 * JSON with the keys of every object in order and without keys whose value is undefined: equal values give equal text,
 * whatever order they were built in (after RFC 8785, without its number rules: plans hold integers only).
 */
export function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => toCanonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${toCanonicalJson(item)}`);
  }
  return `{${parts.join(',')}}`;
}

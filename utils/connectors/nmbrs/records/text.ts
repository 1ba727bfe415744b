import { XmlProblem } from '../xml-stream.ts';

/** An id of Nmbrs as text; whoever has none cannot be told from others, so the answer is refused (XmlProblem `invalid`). */
export function requireId(text: string | undefined, name: string): string {
  const id = text?.trim() ?? '';
  if (!/^\d{1,19}$/.test(id)) throw new XmlProblem('invalid', `${name} ${id.slice(0, 20)}`);
  return ownText(id);
}

/**
 * The same text in memory of its own. A part of a string keeps the whole alive in V8, so that a few kept names
 * would hold on to every piece of a document that has long been read.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** `ownText` of a text that may be missing. */
export function ownTextOrNull(text: string | null): string | null {
  return text === null ? null : ownText(text);
}

/** Nil, empty and missing are all no value (nmbrs-api.md §2.17). */
export function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** A whole number, or 0 where there is none: how .NET leaves an integer that nobody set. */
export function toNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : 0;
}

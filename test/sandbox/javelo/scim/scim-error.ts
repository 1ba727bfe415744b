import type { SandboxReply } from '../../http.ts';
import { MESSAGES } from './schema-names.ts';

/** RFC 7644 §3.12, table 9. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive';

export type ErrorShape = 'rfc' | 'plain' | 'html';

export class ScimError extends Error {
  readonly status: number;
  readonly scimType: ScimType | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, scimType?: ScimType, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.name = 'ScimError';
    this.status = status;
    this.scimType = scimType;
    this.headers = headers;
  }
}

export const invalidValue = (detail: string): ScimError => new ScimError(400, detail, 'invalidValue');
export const invalidPath = (detail: string): ScimError => new ScimError(400, detail, 'invalidPath');
export const invalidSyntax = (detail: string): ScimError => new ScimError(400, detail, 'invalidSyntax');
export const noTarget = (detail: string): ScimError => new ScimError(400, detail, 'noTarget');
export const uniqueness = (detail: string): ScimError => new ScimError(409, detail, 'uniqueness');
export const notFound = (what: string): ScimError => new ScimError(404, `Resource ${what} not found.`);
export const notAllowed = (what: string): ScimError => new ScimError(405, `${what} is not supported.`);

/** The error body as RFC 7644 §3.12 has it; `status` is a string there. */
export function errorBody(error: ScimError, status: number): Record<string, string | string[]> {
  return {
    schemas: [MESSAGES.error],
    status: String(status),
    ...(error.scimType === undefined ? {} : { scimType: error.scimType }),
    detail: error.message,
  };
}

export function errorReply(error: ScimError, status: number, shape: ErrorShape): SandboxReply {
  const answer = (type: string, body: string): SandboxReply => ({
    status,
    headers: { ...error.headers, 'content-type': type },
    body,
  });
  switch (shape) {
    case 'rfc':
      return answer('application/scim+json; charset=utf-8', JSON.stringify(errorBody(error, status)));
    case 'plain':
      return answer('text/plain; charset=utf-8', error.message);
    case 'html':
      return answer(
        'text/html; charset=utf-8',
        `<!DOCTYPE html><html><head><title>${status}</title></head><body><h1>Error ${status}</h1></body></html>`,
      );
  }
}

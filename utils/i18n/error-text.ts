import type { ErrorInfo } from '../core/errors.ts';
import type { MessageParams, Translate } from './translator.ts';

export interface ErrorText {
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What to do about it; null = nothing. */
  readonly advice: string | null;
}

export function errorText(t: Translate, error: Pick<ErrorInfo, 'code' | 'params'>): ErrorText {
  const params = readable(error.params);
  return { what: t(`errors.${error.code}.what`, params), advice: t(`errors.${error.code}.do`, params) };
}

export function errorSentence(t: Translate, error: Pick<ErrorInfo, 'code' | 'params'>): string {
  const { what, advice } = errorText(t, error);
  return advice === null ? what : `${what} ${advice}`;
}

/** The services as the Nmbrs page names them: `Employee Services` for `EmployeeService` (nmbrs-ui.md §4.2). */
export function serviceName(service: string): string {
  return service.replace(/^(Employee|Company|Debtor|Report) ?Services?$/, '$1 Services');
}

function readable(params: MessageParams): MessageParams {
  const { service } = params;
  return { expected: 'none', ...params, ...(typeof service === 'string' ? { service: serviceName(service) } : {}) };
}

/** The computer's time zone now (IANA name): it may change while the browser runs. */
export function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

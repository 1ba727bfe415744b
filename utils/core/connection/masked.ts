/** A secret as it may be shown: its first four and last two characters, `ab12••••••9f` (nmbrs-ui.md §5.3). */
export function masked(secret: string): string {
  return secret.length < 12 ? '••••••' : `${secret.slice(0, 4)}••••••${secret.slice(-2)}`;
}

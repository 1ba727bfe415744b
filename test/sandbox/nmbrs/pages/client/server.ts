const token = (): string => document.querySelector<HTMLInputElement>('#__antixsrftoken')?.value ?? '';

const read = async (response: Response): Promise<unknown> => {
  const answer = (await response.json()) as { readonly login?: string };
  if (response.status === 401 && answer.login !== undefined) {
    (window.top ?? window).location.assign(`${answer.login}?ReturnUrl=%2f`);
    // The page goes away: nothing that waits for this answer shall go on.
    return new Promise(() => undefined);
  }
  if (!response.ok) throw new Error(`status ${response.status}`);
  return answer;
};

const address = (path: string, parameters: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(parameters)}`;

export const get = async (path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> =>
  read(await fetch(address(path, parameters), { headers: { 'X-Requested-With': 'XMLHttpRequest' } }));

export const post = async (path: string, form: Readonly<Record<string, string>>): Promise<unknown> =>
  read(
    await fetch(address(path, { rnd: String(Math.random()) }), {
      method: 'POST',
      headers: { __antixsrftoken: token(), 'X-Requested-With': 'XMLHttpRequest' },
      body: new URLSearchParams(form),
    }),
  );

/** What happens to one call: it is not carried out, or it is and the answer is lost; by an error, or because the process dies. */
export type Interference =
  | { readonly kind: 'fail-before' | 'fail-after'; readonly error: unknown }
  | { readonly kind: 'die-before' | 'die-after' };

/**
 * A port whose calls are interfered with. `decide` is asked for every call. Death is modelled as it is: the call never returns,
 * and whatever the dead process still tries does nothing.
 */
export function interfere<T extends object>(
  port: T,
  decide: (method: string, args: readonly unknown[]) => Interference | null,
  life: Life,
): T {
  return new Proxy(port, {
    get(target, property, receiver) {
      const value: unknown = Reflect.get(target, property, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (life.isDead) return never;
        const what = decide(String(property), args);
        if (what?.kind === 'die-before') return life.end();
        if (what?.kind === 'fail-before') throw what.error;
        const result: unknown = await value.apply(target, args);
        // It died while this call was under way: the effect stands, the answer has nobody to come to.
        if (life.isDead) return never;
        if (what?.kind === 'die-after') return life.end();
        if (what?.kind === 'fail-after') throw what.error;
        return result;
      };
    },
  });
}

const never = new Promise<never>(() => {});

/** One process. */
export interface Life {
  readonly isDead: boolean;
  readonly death: Promise<'died'>;
  /** Ends it, and never comes back. */
  end(): Promise<never>;
}

export function createLife(): Life {
  let isDead = false;
  let announce: (word: 'died') => void = () => {};
  const death = new Promise<'died'>((resolve) => {
    announce = resolve;
  });
  return {
    get isDead() {
      return isDead;
    },
    death,
    end() {
      isDead = true;
      announce('died');
      return never;
    },
  };
}

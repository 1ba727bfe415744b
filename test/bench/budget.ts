import budget from './budget.json' with { type: 'json' };

/** How much a figure may be above its budget: what lies between is the machine's mood. */
const slack = 1.1;

export interface Excess {
  readonly figure: string;
  readonly value: number;
  readonly budget: number;
}

/** Bytes of the built extension that are more than 10 % over what they were when the budget was written. */
export function overSize(sizes: {
  readonly gzipBytes: typeof budget.gzipBytes;
  readonly zipBytes: number;
}): readonly Excess[] {
  const known = { ...budget.gzipBytes, zip: budget.zipBytes };
  return exceeding(known, { ...sizes.gzipBytes, zip: sizes.zipBytes });
}

/** Ratios of a benchmark that fell back by more than 10 %. */
export function overRatio(figures: Readonly<Record<string, unknown>>): readonly Excess[] {
  const measured = Object.keys(budget.ratios).map((path) => [path, at(figures, path)] as const);
  return exceeding(budget.ratios, Object.fromEntries(measured));
}

/** Figures over a limit that an issue sets; nothing is allowed above it. */
export function overLimit(figures: Readonly<Record<string, unknown>>): readonly Excess[] {
  const measured = Object.keys(budget.limits).map((path) => [path, at(figures, path)] as const);
  return exceeding(budget.limits, Object.fromEntries(measured), 1);
}

function exceeding(
  budgets: Readonly<Record<string, number>>,
  values: Readonly<Record<string, number>>,
  leeway = slack,
): readonly Excess[] {
  return Object.entries(budgets).flatMap(([figure, limit]) => {
    const value = values[figure] ?? Number.NaN;
    return value <= limit * leeway ? [] : [{ figure, value, budget: limit }];
  });
}

function at(figures: Readonly<Record<string, unknown>>, path: string): number {
  const [section = '', name = ''] = path.split('.');
  return Number((figures[section] as Record<string, unknown> | undefined)?.[name]);
}

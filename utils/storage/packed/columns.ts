/**
 * Rows of one kind as columns: every name is written once instead of once a row, and like stands beside like, which is what a
 * compressor lives on. Plain JSON in, plain JSON out; a key whose value is undefined is no key.
 */
export type Columns =
  | readonly ['v', readonly unknown[]]
  | readonly ['c', number, unknown]
  /** Some are null: which ones, and the others. */
  | readonly ['n', string, Columns]
  /** Lists: how long each is, and all their items in a row. */
  | readonly ['l', readonly number[], Columns]
  /** Objects: for every key who has it (`''` = all), and the values. */
  | readonly ['o', number, readonly (readonly [key: string, who: string, values: Columns])[]];

export function toColumns(rows: readonly unknown[]): Columns {
  const [first] = rows;
  if (rows.length > 1 && (first === null || typeof first !== 'object') && rows.every((row) => row === first)) {
    return ['c', rows.length, first];
  }
  const present = rows.filter((row) => row !== null);
  if (present.length > 0 && present.every((row) => typeof row === 'object')) {
    if (present.length < rows.length) return ['n', bits(rows, (row) => row !== null), toColumns(present)];
    if (rows.every(Array.isArray)) return ['l', rows.map((row) => row.length), toColumns(rows.flat())];
    if (!rows.some(Array.isArray)) return fromObjects(rows as readonly Readonly<Record<string, unknown>>[]);
  }
  return ['v', rows];
}

/** Throws whatever it stumbles over where these are no columns. */
export function fromColumns(columns: Columns): unknown[] {
  switch (columns[0]) {
    case 'v':
      return [...columns[1]];
    case 'c':
      return Array.from({ length: columns[1] }, () => columns[2]);
    case 'n': {
      const present = fromColumns(columns[2])[Symbol.iterator]();
      return Array.from(columns[1], (bit) => (bit === '1' ? present.next().value : null));
    }
    case 'l': {
      const items = fromColumns(columns[2]);
      let to = 0;
      return columns[1].map((length) => {
        to += length;
        return items.slice(to - length, to);
      });
    }
    case 'o':
      return toObjects(columns[1], columns[2]);
    default:
      throw new TypeError('no columns');
  }
}

function fromObjects(rows: readonly Readonly<Record<string, unknown>>[]): Columns {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Array.from(keys, (key) => {
    // Its own one: everything has a `__proto__`.
    const isOwner = (row: Readonly<Record<string, unknown>>) => Object.hasOwn(row, key) && row[key] !== undefined;
    const owners = rows.filter(isOwner);
    const who = owners.length === rows.length ? '' : bits(rows, isOwner);
    return [key, who, toColumns(owners.map((row) => row[key]))] as const;
  });
  return ['o', rows.length, columns];
}

function toObjects(count: number, columns: Extract<Columns, readonly ['o', ...unknown[]]>[2]): unknown[] {
  const rows = Array.from({ length: count }, () => ({}) as Record<string, unknown>);
  for (const [key, who, packed] of columns) {
    const values = fromColumns(packed);
    let at = 0;
    for (const [index, row] of rows.entries()) {
      if (who !== '' && who[index] !== '1') continue;
      // Not by assignment: a key may be called `__proto__`.
      Object.defineProperty(row, key, { value: values[at], enumerable: true, writable: true, configurable: true });
      at += 1;
    }
  }
  return rows;
}

function bits<T>(rows: readonly T[], isSet: (row: T) => boolean): string {
  return rows.map((row) => (isSet(row) ? '1' : '0')).join('');
}

// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSlots } from '../../../components/table/use-slots.ts';

function Rows({ indexes }: { readonly indexes: readonly number[] }) {
  const slots = useSlots()(indexes);
  return indexes.map((index) => <button type="button" key={slots.get(index)}>{`row ${index}`}</button>);
}

describe('rows in sight', () => {
  let host: HTMLElement;
  beforeEach(() => {
    host = document.createElement('div');
  });
  const show = (indexes: readonly number[]): readonly Element[] => {
    act(() => render(<Rows indexes={indexes} />, host));
    expect([...host.children].map((row) => row.textContent)).toEqual(indexes.map((index) => `row ${index}`));
    return [...host.children];
  };

  it('keep their own element while others come and go', () => {
    const before = show([0, 1, 2, 3]);
    const after = show([2, 3, 4, 5]);
    expect(after.slice(0, 2)).toEqual(before.slice(2));
    expect(new Set(after)).toEqual(new Set(before));
  });

  it('are all replaced in their places', () => {
    const before = show([0, 1, 2]);
    expect(show([40, 41, 42])).toEqual(before);
    expect(show([7, 8, 9])).toEqual(before);
  });

  it('grow and shrink', () => {
    const [first] = show([3]);
    const grown = show([3, 4, 5]);
    expect(grown[0]).toBe(first);
    expect(show([5])).toEqual([grown[2]]);
    expect(new Set(show([5, 6, 7, 8])).size).toBe(4);
  });
});

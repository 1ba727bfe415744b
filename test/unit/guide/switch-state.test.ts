// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSwitch, stateOfWords } from '../../../utils/guide/read/switch-state.ts';
import { pageOf } from './look.ts';

function read(cell: string) {
  const page = pageOf(`<table><tr><td id="name">Manager_GetCurrent</td><td>${cell}</td></tr></table>`);
  const row = page.querySelector('tr') as Element;
  return readSwitch(row, page.querySelector('#name') as Element);
}

describe('whether a right is on', () => {
  it.each([
    ['<input type="checkbox">', 'off'],
    ['<input type="checkbox" checked> Inactive', 'on'],
    ['<input type="checkbox"><input type="checkbox">', 'unknown'],
    ['<input type="radio" name="a" value="active" checked><input type="radio" name="a" value="inactive">', 'on'],
    ['<input type="radio" name="a" value="active"><input type="radio" name="a" value="inactive" checked>', 'off'],
    ['<button role="switch" aria-checked="false">Active</button>', 'off'],
    ['<button role="switch" aria-checked="mixed"></button>', 'unknown'],
    ['<a class="toggle is-active" onclick="x()"></a>', 'on'],
    ['<a class="toggle inactive" onclick="x()"></a>', 'off'],
    ['<div class="x-grid3-check-col-on"></div>', 'on'],
    ['<div class="x-grid3-check-col"></div>', 'off'],
    ['<img src="/images/vinkje.png" alt="Actief">', 'on'],
    ['<img src="/images/rood.png" alt="">', 'off'],
    ['<i class="material-icons">toggle_off</i>', 'off'],
    ['<i class="material-icons">check_box</i>', 'on'],
    ['<a href="#">Inactief</a>', 'off'],
    ['<a href="#">Aktiv</a>', 'on'],
    ['<a href="#">…</a>', 'unknown'],
    ['', 'unknown'],
    ['<img src="/on.png"><img src="/off.png">', 'unknown'],
  ])('%s is %s', (cell, state) => {
    expect(read(cell).state).toBe(state);
  });

  it('is never "on" where a negative word stands', () => {
    const negative = fc.constantFrom('inactive', 'inactief', 'off', 'uit', 'nee', 'no');
    const other = fc.array(fc.constantFrom('active', 'actief', 'on', 'yes', 'x', 'status'));
    fc.assert(
      fc.property(negative, other, other, (off, before, after) => stateOfWords([...before, off, ...after]) === 'off'),
    );
  });

  it('says what to press, and nothing outside the row', () => {
    expect(read('<a id="t" onclick="x()"><img src="/uit.png"></a>').control?.id).toBe('t');
    expect(read('<span>Inactive</span>').control?.localName).toBe('span');
    expect(read('').control).toBeNull();
    expect(read('<span>Inactive</span> <button id="b">Activate</button>')).toMatchObject({
      state: 'off',
      control: { id: 'b' },
    });
    expect(read('<span id="s">Inactive</span> <button>Activate</button> <button>Help</button>').control?.id).toBe('s');
  });

  it.each([
    ['<span>Inactive</span> <button>Activate</button>', 'button'],
    ['<span>Actief</span> <a href="#">Deactiveren</a>', 'a'],
    ['<span>Inactive</span> <a href="#"><img src="/pencil.png"></a>', 'a'],
    ['<span>Inactive</span> <a href="#">Remove</a>', 'span'],
    ['<span>Inactive</span> <a href="#">Manual</a> <button>Activate</button>', 'span'],
  ])('%s: what is pressed is the %s', (cell, pressed) => {
    expect(read(cell).control?.localName).toBe(pressed);
  });

  it('never the name of the right, where that is a link', () => {
    const page = pageOf(
      '<table><tr><td><a href="#" id="name">List_GetAll</a></td><td><b>Inactive</b></td></tr></table>',
    );
    const control = readSwitch(page.querySelector('tr') as Element, page.querySelector('#name') as Element).control;
    expect(control?.localName).toBe('b');
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { rightsOwner } from '../../../utils/guide/tour/rights-owner.ts';
import { read } from './look.ts';
import { templates } from './pages.ts';

const meant = { name: 'Administrator', section: 'masterClient', ordinal: 0 };

/** The rights above the list of templates, under these titles. */
const above = (inside: string, around = '', names = ['Administrator', 'HR Manager']) =>
  read(`<div class="page-header">${around}</div>${templates(names)}
    <div class="popup">${inside}<select><option>Company Services</option><option>Debtor Services</option></select>
    <table>${['List_GetAll', 'List_GetByDebtor', 'Run_GetList', 'CostUnit_GetList', 'SVW_GetCurrent']
      .map((method) => `<tr><td>${method}</td><td><input type="checkbox"></td></tr>`)
      .join('')}</table></div>`);

describe('whose rights are shown', () => {
  it('those of the template that a title around the list names, or that was opened', () => {
    expect(rightsOwner(above('<h2>API: Administrator</h2>'), meant, null)).toBe('meant');
    expect(rightsOwner(above('<h2>API</h2>'), meant, meant)).toBe('meant');
    expect(rightsOwner(above('<h2>API</h2>'), meant, null)).toBe('unclear');
  });

  it('another’s, where the title says so, whatever was seen to be pressed', () => {
    expect(rightsOwner(above('<h2>API: HR Manager</h2>'), meant, meant)).toBe('another');
    expect(rightsOwner(above('<h2>API</h2>'), meant, { ...meant, ordinal: 1 })).toBe('another');
  });

  it('a name in the head of the page says nothing about the list', () => {
    expect(rightsOwner(above('<h2>API</h2>', 'HR Manager Group'), meant, meant)).toBe('meant');
    expect(rightsOwner(above('<h2>API: Administrator</h2>', 'HR Manager'), meant, null)).toBe('meant');
  });

  it('nobody can say by the name which of two equal ones it is', () => {
    const twins = above('<h2>API: Administrator</h2>', '', ['Administrator', 'Administrator']);
    expect(rightsOwner(twins, meant, null)).toBe('unclear');
    expect(rightsOwner(twins, meant, meant)).toBe('meant');
  });

  it('without a name only the admin’s word counts', () => {
    const nameless = { name: '?', section: null, ordinal: 0 };
    expect(rightsOwner(above('<h2>API: HR Manager</h2>'), nameless, null)).toBe('unclear');
    expect(rightsOwner(above('<h2>API: HR Manager</h2>'), nameless, nameless)).toBe('meant');
  });
});

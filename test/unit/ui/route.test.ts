import { describe, expect, it } from 'vitest';
import { parseRoute, routeHash } from '../../../utils/ui/route.ts';

describe('addresses of the dashboard', () => {
  it.each([
    ['', { page: 'setup' }],
    ['#/connection', { page: 'connection' }],
    ['#/nowhere', { page: 'setup' }],
    ['#/history', { page: 'history', runId: null, attention: false }],
    ['#/history/r%2F1', { page: 'history', runId: 'r/1', attention: false }],
    ['#/history/r1/attention', { page: 'history', runId: 'r1', attention: true }],
    ['#/preview', { page: 'preview', runId: null }],
    ['#/preview/r%2F1', { page: 'preview', runId: 'r/1' }],
    ['#/people', { page: 'people', sourceId: null }],
    ['#/people/5601', { page: 'people', sourceId: '5601' }],
    ['#/organisation', { page: 'organisation' }],
    ['#/history/%', { page: 'history', runId: '%', attention: false }],
  ])('%j', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it.each([
    { page: 'connection' },
    { page: 'preview', runId: 'a/b' },
    { page: 'preview', runId: null },
    { page: 'history', runId: null, attention: false },
    { page: 'history', runId: 'a/b c', attention: true },
  ] as const)('%j there and back', (route) => {
    expect(parseRoute(routeHash(route))).toEqual(route);
  });
});

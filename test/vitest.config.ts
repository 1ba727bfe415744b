import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;
const project = (name: string, timeout: number) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], testTimeout: timeout, hookTimeout: timeout * 2 },
});

export default defineConfig({
  root,
  plugins: [preact()],
  test: {
    // Vitest would leave one core free, and so use one of the two that the checks have.
    maxWorkers: '100%',
    projects: [
      project('unit', 30_000),
      {
        extends: true as const,
        test: { ...project('architecture', 40_000).test, globalSetup: ['test/architecture/build-once.ts'] },
      },
      project('contract', 40_000),
      project('integration', 60_000),
      project('package', 120_000),
      {
        extends: true as const,
        test: {
          ...project('e2e', 120_000).test,
          // Each file has its browser, its profile and a sandbox on a port of its own. A browser mostly waits, so that two
          // next to each other hinder one another little; more would, and waiting has its limits.
          maxWorkers: 2,
        },
      },
    ],
  },
});

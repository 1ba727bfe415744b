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
    projects: [
      project('unit', 10_000),
      project('architecture', 20_000),
      project('contract', 20_000),
      project('integration', 60_000),
      project('package', 120_000),
      {
        extends: true as const,
        test: {
          ...project('e2e', 120_000).test,
          // Two browsers on two cores: one file at a time keeps timings honest.
          fileParallelism: false,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      name: 'packages-as-users-run-them',
      // Builds for development, which Vite would take, check themselves at every step of a parser.
      configResolved({ ssr, environments }) {
        for (const { resolve } of [ssr, ...Object.values(environments)])
          if (resolve?.conditions)
            resolve.conditions = resolve.conditions.filter(
              (condition) => !condition.startsWith('development'),
            );
      },
    },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/fresh.ts'],
    setupFiles: ['tests/support/tidy.ts'],
    // All that the tests import is loaded once for many files: it takes longer than most of them.
    isolate: false,
    // Little of what tests run is run often enough to be worth what the engine spends on making it faster.
    execArgv: ['--interrupt-budget=1000000'],
    // A real browser and a real validator take their time on a small machine; a hang is still a failure.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // Goldens are written by hand or by UPDATE=1, never in CI.
    update: false,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/fresh.ts'],
    // A real browser and a real validator take their time on a small machine; a hang is still a failure.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    // Goldens are written by hand or by UPDATE=1, never in CI.
    update: false,
  },
});

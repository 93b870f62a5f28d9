import { defineConfig } from 'vitest/config';

/**
 * Tests that need no browser: unit, islands, content and build. They run in Node; a file that needs a document says so
 * in its first line (`// @vitest-environment happy-dom`). tests/e2e has its own runner.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'tests/{unit,islands,content,build,bench,nu,supply-chain,publishing,office,engines}/**/*.test.{ts,tsx}',
    ],
    // A guard against hanging, not a measure of speed: property tests take their time on a busy machine.
    testTimeout: 60_000,
  },
});

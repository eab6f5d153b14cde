import vitest from '@vitest/eslint-plugin';
import next from 'eslint-config-next';
import playwright from 'eslint-plugin-playwright';
import tseslint from 'typescript-eslint';

const READ_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read configuration through lib/env.',
};
const PARSE_GATEWAY_BYTES = {
  selector: "CallExpression[callee.object.name='JSON'][callee.property.name='parse']",
  message: 'Gateway bytes go through the lossless parser: pesos must not pass through a float.',
};
const RESPONSE_JSON = {
  selector: "CallExpression[callee.property.name='json'][arguments.length=0]",
  message: 'Gateway bytes go through the lossless parser: pesos must not pass through a float.',
};

export default tseslint.config(
  {
    ignores: [
      'lib/db/generated/**',
      '.next/**',
      '.next-*/**',
      '.data/**',
      'next-env.d.ts',
      'test-results/**',
    ],
  },
  ...next,
  // Tools ask for their configuration as a default export.
  { files: ['*.mjs', '.*.mjs'], rules: { 'import/no-anonymous-default-export': 'off' } },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-param-reassign': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-syntax': ['error', READ_ENV],
    },
  },
  {
    files: ['lib/gateway/**/*.ts'],
    ignores: ['lib/gateway/json.ts', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', READ_ENV, PARSE_GATEWAY_BYTES, RESPONSE_JSON] },
  },
  {
    // Settings are read in one place; what starts a process or a test run hands them over.
    files: ['lib/env.ts', 'lib/launch/**', 'lib/testing/**', 'prisma/**', 'e2e/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['lib/**/*.test.ts'],
    plugins: { vitest },
    rules: {
      'vitest/consistent-test-it': ['error', { fn: 'test' }],
      'vitest/no-focused-tests': 'error',
      'vitest/no-disabled-tests': 'error',
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    },
  },
  {
    files: ['e2e/**/*.ts'],
    extends: [playwright.configs['flat/recommended']],
    rules: {
      // Playwright hands fixtures a function called `use`.
      'react-hooks/rules-of-hooks': 'off',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/no-raw-locators': 'error',
      'playwright/no-conditional-in-test': 'error',
      'playwright/prefer-web-first-assertions': 'error',
      'playwright/expect-expect': ['error', { assertFunctionNames: ['expect*'] }],
    },
  },
  // Module augmentation needs `interface`.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
);

import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// Whose last bit differs between machines, or whose result differs from call to call. `sqrt`, `abs`, `floor` and the like are exact.
const INEXACT = [
  ...['random', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'pow', 'cbrt', 'hypot'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
];

export default defineConfig(
  // AssemblyScript is checked by its own compiler.
  globalIgnores([
    'dist/',
    '.astro/',
    'node_modules/',
    'src/kernel/assembly/',
    'src/cli/bench/assembly/',
    'src/kernel/build/',
    'test-results/',
    'playwright-report/',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numeric code indexes arrays whose bounds the loop knows; `noUncheckedIndexedAccess` would have it check again.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Interfaces of other libraries and of messages may be declared either way.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // An interface may be asynchronous for the sake of one implementation; the others need not wait for anything.
      '@typescript-eslint/require-await': 'off',
      // Objects here are closures and module exports: their methods do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // A number in a message reads as a number.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/{nn,schema,engines,datasets,experiments,cli}/**/*.ts', 'src/kernel/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...INEXACT.map((property) => ({
          object: 'Math',
          property,
          message: 'Its result differs between machines or runs. Use the streams of src/kernel/random.ts or the functions of src/kernel/libm.ts.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: 'The last bit of ** differs between machines. Multiply, or use pow of src/kernel/libm.ts.' },
        {
          selector: "AssignmentExpression[operator='**=']",
          message: 'The last bit of **= differs between machines. Multiply, or use pow of src/kernel/libm.ts.',
        },
      ],
    },
  },
  astro.configs['flat/recommended'],
);

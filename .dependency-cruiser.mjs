/** Who may import whom. Read each rule as a sentence; `comment` is what a failing build prints. */
const SERVER_ONLY_LIB =
  '^lib/(actions/run-action|audit|auth/(session|options|password)|db|env|gateway|jobs|launch)';
const TEST_CODE = '(^lib/testing/|^e2e/|\\.test\\.ts$)';

export default {
  forbidden: [
    {
      name: 'lib-knows-no-ui',
      comment: 'lib is the product without a face.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components-know-no-pages',
      comment: 'Shared parts cannot depend on one page.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'components-are-browser-safe',
      comment: 'A component is given data; it does not fetch it from the server.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: SERVER_ONLY_LIB, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-door-to-the-database',
      comment: 'Pages and actions call queries and verbs.',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^lib/db/' },
    },
    {
      name: 'generated-client-stays-in-lib',
      comment: 'Only lib code handles Prisma types.',
      severity: 'error',
      from: { pathNot: '^(lib|e2e)/' },
      to: { path: '^lib/db/generated/' },
    },
    {
      name: 'verbs-are-told-who-asks',
      comment: 'Only the pipe looks up a session; everything below receives an actor.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(actions|auth)/' },
      to: { path: '^lib/auth/(session|options)' },
    },
    {
      name: 'gateway-stands-alone',
      comment: 'The gateway client could be published: money and dates only, configuration is passed in.',
      severity: 'error',
      from: { path: '^lib/gateway/', pathNot: TEST_CODE },
      to: { path: '^lib/', pathNot: '^lib/(gateway|money|dates)/' },
    },
    {
      name: 'sandbox-is-not-the-client',
      comment: 'The sandbox is written from the document, not from our code.',
      severity: 'error',
      from: { path: '^lib/sandbox/' },
      to: { path: '^(lib|app|components)/', pathNot: '^lib/sandbox/' },
    },
    {
      name: 'sandbox-never-ships',
      comment: 'Only its own process and tests may import the sandbox.',
      severity: 'error',
      from: { pathNot: '^(lib/testing/|lib/sandbox/|e2e/|scripts/sandbox\\.ts$)|\\.test\\.ts$' },
      to: { path: '^lib/sandbox/' },
    },
    {
      name: 'testing-kit-never-ships',
      comment: 'Factories are for tests.',
      severity: 'error',
      from: { pathNot: TEST_CODE },
      to: { path: '^lib/testing/' },
    },
    {
      name: 'pages-do-not-share',
      comment: 'Two pages that need the same thing find it in components or lib.',
      severity: 'error',
      from: { path: '^app/\\(dashboard\\)/([^/]+)/' },
      to: { path: '^app/\\(dashboard\\)/([^/]+)/', pathNot: '^app/\\(dashboard\\)/$1/' },
    },
    {
      name: 'pages-know-no-test-code',
      comment: 'What ships knows neither sandbox nor tests.',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^(lib/(sandbox|testing)|e2e)/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle is one module pretending to be two.',
      severity: 'error',
      from: { pathNot: '^lib/db/generated/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next[^/]*|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
};

/** Arrows point inward: entry points → application → ports and domain; adapters → ports and domain; pages → contract. */
const only = (from, to) => ({
  name: `${from}-knows-only-what-it-should`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: {
    path: '^(src|static|sandbox|test)/',
    pathNot: `^src/(${[from, ...to].map(path => (path.endsWith('$') ? path : `${path}/`)).join('|')})`,
  },
});

/** Provisioning is layered as the app is. Only its door puts the layers together. */
const room = (from, to) => ({
  name: `provisioning-${from}-knows-only-what-it-should`,
  severity: 'error',
  from: { path: `^src/provisioning/${from}/` },
  to: { path: '^src/provisioning/', pathNot: `^src/provisioning/(${[from, ...to].join('|')})/` },
});

/** The folders of the domain, from the ground up: each knows only what is before it. */
const STOREYS = [
  'shared',
  'evidence',
  'responsibility',
  'settings',
  'work-type',
  'decision',
  'ticket',
  'routing',
  'cloud-account',
  'effects',
  'bypass',
  'obligation',
  'gate',
  'plan',
  'work-types',
];

const storey = (folder, height) => ({
  name: `domain-${folder}-knows-nothing-above-it`,
  severity: 'error',
  from: { path: `^src/domain/${folder}/` },
  to: { path: '^src/domain/', pathNot: `^src/domain/(${STOREYS.slice(0, height + 1).join('|')})/` },
});

/**
 * The sandbox: `forge`, `jira` and `web` know the clock and the shapes in seams.ts, and meet in sandbox.ts alone, and in
 * `listing`, which writes down what they do. A scenario knows the shapes in scenario.ts; of the scenarios only
 * sandbox/company knows this repository's app.
 */
const part = (name, ...to) => ({
  name: `sandbox-${name}-knows-only-what-it-should`,
  severity: 'error',
  from: { path: `^sandbox/${name}(/|\\.ts$)` },
  to: {
    path: '^(src|static|sandbox|test|bench|tools)/',
    pathNot: `^(sandbox/${name}(/|\\.ts$)${to.map(path => `|${path}`).join('')})`,
  },
});
const CLOCK = 'sandbox/clock\\.ts$';
const SEAMS = 'sandbox/seams\\.ts$';

/** What of a running sandbox is chosen by an option: nothing of the sandbox may depend on it. */
const SCENARIOS = '^sandbox/(company|scenario/plain)/';

/** Support of tests that never start a sandbox. */
const INSIDE = '^test/support/(builders|fakes)/';

module.exports = {
  forbidden: [
    only('domain', []),
    ...STOREYS.map(storey),
    {
      name: 'every-folder-of-the-domain-has-its-storey',
      severity: 'error',
      from: {},
      to: { path: '^src/domain/', pathNot: `^src/domain/(${STOREYS.join('|')})/` },
    },
    only('ports', ['domain']),
    // What is typed is measured, compared and put into sentences in pages as it is in rules.
    only('contract', ['domain/shared/(text|sentence)\\.ts$']),
    only('content', ['domain']),
    only('application', ['domain', 'content', 'ports', 'contract']),
    only('adapters', ['domain', 'ports']),
    only('provisioning', ['domain', 'content', 'ports', 'contract', 'adapters']),
    room('domain', []),
    room('ports', ['domain']),
    room('application', ['domain', 'ports']),
    room('adapters', ['domain', 'ports']),
    {
      name: 'provisioning-has-one-door',
      severity: 'error',
      from: { path: '^(src|static|bench|tools)/', pathNot: '^src/provisioning/' },
      to: { path: '^src/provisioning/', pathNot: '^src/provisioning/index\\.ts$' },
    },
    {
      name: 'only-entry-points-go-through-the-door-of-provisioning',
      severity: 'error',
      from: { path: '^(src|static)/', pathNot: '^src/(index\\.ts$|entrypoints/|provisioning/)' },
      to: { path: '^src/provisioning/' },
    },
    {
      name: 'only-adapters-of-provisioning-know-adapters',
      severity: 'error',
      from: { path: '^src/provisioning/', pathNot: '^src/provisioning/adapters/' },
      to: { path: '^src/adapters/' },
    },
    only('entrypoints', ['application', 'provisioning', 'domain', 'ports', 'contract']),
    {
      name: 'the-platform-is-known-at-the-edges-only',
      severity: 'error',
      from: { path: '^src/(provisioning/)?(domain|ports|contract|application|content)/' },
      to: { path: 'node_modules/(@forge|drizzle-orm)/' },
    },
    {
      name: 'pages-know-only-the-contract',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^(src|sandbox|test)/', pathNot: '^src/contract/' },
    },
    {
      name: 'nothing-that-ships-knows-the-sandbox',
      severity: 'error',
      from: { path: '^(src|static)/' },
      to: { path: '^(sandbox|test|bench|tools)/' },
    },
    {
      name: 'components-of-pages-know-no-page',
      severity: 'error',
      from: { path: '^static/src/(api|components)/' },
      to: { path: '^static/src/(pages|panels)/' },
    },
    part('clock'),
    part('seams'),
    part('forge', CLOCK, SEAMS),
    part('forge/sql', CLOCK),
    part('forge/storage', CLOCK),
    part('forge/workers', CLOCK),
    part('jira', CLOCK, SEAMS),
    part('jira/expressions'),
    part('jira/jql'),
    part('web', CLOCK, SEAMS),
    part('web/shell'),
    part('scenario'),
    part('company', 'sandbox/scenario/scenario\\.ts$'),
    part('sandbox', 'sandbox/'),
    part('main', 'sandbox/'),
    part('listing', 'sandbox/'),
    {
      name: 'no-scenario-is-built-in',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: SCENARIOS },
      to: { path: SCENARIOS },
    },
    {
      name: 'every-file-of-the-sandbox-has-its-part',
      severity: 'error',
      from: {},
      to: {
        path: '^sandbox/',
        pathNot: '^sandbox/((forge|jira|web|scenario|company|listing)/|(clock|seams|sandbox|main)\\.ts)',
      },
    },
    {
      name: 'test-support-knows-no-suite',
      severity: 'error',
      from: { path: '^test/support/' },
      to: { path: '^(test|bench|tools)/', pathNot: '^test/support/' },
    },
    {
      name: 'fakes-and-builders-know-the-inside-of-the-app',
      severity: 'error',
      from: { path: INSIDE },
      to: { path: '^(static|sandbox)/|^src/(adapters|entrypoints)/' },
    },
    {
      name: 'what-speaks-to-a-sandbox-knows-nothing-of-the-app',
      severity: 'error',
      from: { path: '^test/support/', pathNot: INSIDE },
      to: { path: `^(src|static)/|${INSIDE}` },
    },
    {
      name: 'no-circles',
      severity: 'error',
      // A grammar is recursive, and so are the parsers of it.
      from: {
        path: '^(src|static|sandbox|test/support)/',
        pathNot: '^sandbox/jira/expressions/[a-z-]*parser\\.ts',
      },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};

/** Arrows point inward: entry points → application → ports and domain; adapters → ports and domain; pages → contract. */
const only = (from, to) => ({
  name: `${from}-knows-only-what-it-should`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^(src|static|sandbox|test)/', pathNot: `^src/(${[from, ...to].join('|')})/` },
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
  'access',
  'cloud-account',
  'bypass',
  'gate',
  'catalogue',
];

const storey = (folder, height) => ({
  name: `domain-${folder}-knows-nothing-above-it`,
  severity: 'error',
  from: { path: `^src/domain/${folder}/` },
  to: { path: '^src/domain/', pathNot: `^src/domain/(${STOREYS.slice(0, height + 1).join('|')})/` },
});

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
    only('contract', []),
    only('content', ['domain']),
    only('application', ['domain', 'content', 'ports', 'contract', 'provisioning']),
    only('adapters', ['domain', 'ports']),
    only('provisioning', ['domain', 'content', 'ports', 'contract', 'adapters']),
    only('entrypoints', ['application', 'provisioning', 'domain', 'ports', 'contract']),
    {
      name: 'the-platform-is-known-at-the-edges-only',
      severity: 'error',
      from: { path: '^src/(domain|ports|contract|application)/' },
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
    { name: 'no-circles-in-the-app', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
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

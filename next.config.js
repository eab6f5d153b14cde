import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/request-locale.ts');

// The test run builds beside a running `npm start`, so the folder is handed over by the script that builds.
const buildFolder = process.env.KAHA_BUILD_DIR ?? '.next';

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  distDir: buildFolder,
  typescript: {
    // `npm run typecheck` is a step of its own; a build need not repeat it.
    ignoreBuildErrors: true,
    // Next writes the build folder into the configuration it is given, which must not be the one people use.
    tsconfigPath: buildFolder === '.next' ? 'tsconfig.json' : 'tsconfig.build.json',
  },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'lossless-json'],
};

export default withNextIntl(config);

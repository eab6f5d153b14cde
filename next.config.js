import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/request-locale.ts');

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  // The test run builds beside a running `npm start`, so the folder is handed over by the script that builds.
  distDir: process.env.KAHA_BUILD_DIR ?? '.next',
  // `npm run typecheck` is a step of its own; a build need not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'lossless-json'],
};

export default withNextIntl(config);

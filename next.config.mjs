import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // A redirect before our code would answer a keyless caller of the API with something else than 401.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  // forbidden(): a member without the permission gets a page that says so, with status 403.
  experimental: { authInterrupts: true },
  // Each page's title stands in its head, not after it: to a screen reader it is the first thing.
  htmlLimitedBots: /.*/,
  // Its badge would lie over the foot of the sidebar.
  devIndicators: false,
  // `npm run check` holds the types of everything; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Packages that load files or native code by themselves stay outside the bundle.
  serverExternalPackages: ['pg', 'pg-boss', 'nodemailer', 'mailparser', '@node-rs/argon2', 'pino', 'prom-client'],
}

export default createNextIntlPlugin('./lib/web/i18n.ts')(config)

import './globals.css';

import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

import { ThemeProvider } from '@/components/layout/theme-provider';
import { Toaster } from '@/components/layout/toaster';
import { QueryProvider } from '@/components/query-provider';
import { isTheme } from '@/lib/account/themes';
import { findSignedIn } from '@/lib/auth/session';
import { browserMessages } from '@/lib/i18n/browser-messages';

export const metadata: Metadata = {
  title: { default: 'Kaha', template: '%s · Kaha' },
  robots: { index: false, follow: false },
  // Ids of twelve digits are not telephone numbers.
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f7f5' },
    { media: '(prefers-color-scheme: dark)', color: '#11110f' },
  ],
};

export default async function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  const [locale, signedIn] = await Promise.all([getLocale(), findSignedIn().catch(() => null)]);
  const theme = signedIn?.person.theme;
  return (
    // The theme is written on this element by a script that runs before React does.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeProvider initial={isTheme(theme) ? theme : 'system'}>
          <NextIntlClientProvider messages={browserMessages(await getMessages())}>
            <QueryProvider>{children}</QueryProvider>
            <Toaster />
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}

import 'server-only';

import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';

import { secretsEnv } from '../env';
import { revokeSession, signIn } from './sign-in';

const Typed = z.object({ email: z.string().trim().min(3).max(320), password: z.string().min(1).max(1000) });

/** The JWT holds nothing but the id of a session row, which is read again on every request. */
export function authOptions(): NextAuthOptions {
  return {
    secret: secretsEnv().sessionSecret,
    session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const typed = Typed.safeParse(credentials);
          if (!typed.success) throw new Error('wrong');
          const headers = (request.headers ?? {}) as Record<string, string | undefined>;
          const result = await signIn({
            ...typed.data,
            address: headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? 'direct',
            userAgent: headers['user-agent'] ?? null,
          }).catch((error: unknown) => {
            console.error(error);
            throw new Error('unavailable');
          });
          // The thrown text is all that next-auth hands back to the form: a code, never what went wrong inside.
          if (!result.ok)
            throw new Error(result.why === 'throttled' ? `throttled:${result.minutes}` : result.why);
          return { id: result.personId, sessionId: result.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (hasSessionId(user) ? { sub: user.id, sid: user.sessionId } : token),
      // Only the name of the row: this object is readable by the browser.
      session: ({ session, token }) => ({ ...session, user: {}, sid: token['sid'] }),
      redirect: ({ url, baseUrl }) => (url.startsWith('/') || url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
    events: {
      async signOut({ token }) {
        const sid = z.uuid().safeParse(token['sid']);
        if (sid.success) await revokeSession(sid.data);
      },
    },
  };
}

function hasSessionId(user: unknown): user is { id: string; sessionId: string } {
  return typeof user === 'object' && user !== null && 'sessionId' in user;
}

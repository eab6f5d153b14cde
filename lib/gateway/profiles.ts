import type { SignMode } from '@/lib/gateway/signature';

/** What differs between generations of the API (gateway-api.md 13); one profile per app. */
export type Profile = Readonly<{
  /** Codes that mean *accepted*. */
  successCodes: readonly number[];
  requestSignMode: SignMode;
  callbackSignMode: SignMode;
  /** The body that acknowledges a callback, sent with HTTP 200. */
  acknowledgement: string;
}>;

export const PROFILES = {
  /** Flat bodies, the generation of gateway-api.md 1 to 12. */
  PH_FLAT: {
    successCodes: [1000],
    requestSignMode: 'RSA_SHA256',
    callbackSignMode: 'SHA1_SECRET',
    acknowledgement: '{"code":1,"msg":"success","data":{}}',
  },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;

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

/** Every generation that an app may be set to. */
export type ProfileName = 'PH_FLAT' | 'GLOBAL_ENVELOPE';

/** Flat bodies, the generation of gateway-api.md 1 to 12. */
const PH_FLAT: Profile = {
  successCodes: [1000],
  requestSignMode: 'RSA_SHA256',
  callbackSignMode: 'SHA1_SECRET',
  acknowledgement: '{"code":1,"msg":"success","data":{}}',
};

/** The profile of an app. Throws one sentence for the generation that Kaha does not speak. */
export function profileOf(name: ProfileName = 'PH_FLAT'): Profile {
  if (name !== 'PH_FLAT') throw new Error(`Kaha does not speak the PayCools profile ${name}: set PH_FLAT.`);
  return PH_FLAT;
}

import 'server-only';

import { toBuffer, toString } from 'qrcode';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export type Picture = Readonly<{ body: BodyInit; contentType: string }>;

/** Wide enough for an A5 print at 150 dpi; the quiet zone of four modules belongs to the picture. */
const PNG_WIDTH = 1_200;

/** Draws a text as a QR code, black on white whatever the theme; PNG is 1,200 px wide. */
export async function drawQr(text: string, format: PictureFormat): Promise<Picture> {
  const look = {
    errorCorrectionLevel: 'M',
    margin: 4,
    color: { dark: '#000000ff', light: '#ffffffff' },
  } as const;
  if (format === 'svg')
    return { body: await toString(text, { ...look, type: 'svg' }), contentType: 'image/svg+xml' };
  const png = await toBuffer(text, { ...look, type: 'png', width: PNG_WIDTH });
  return { body: new Uint8Array(png), contentType: 'image/png' };
}

/** The longest callback that is read (design.md, Callbacks). */
export const MAX_CALLBACK_BYTES = 65_536;

export type CappedBody = Readonly<{ bytes: Uint8Array<ArrayBuffer>; tooLarge: boolean }>;

/** Reads a body up to the cap and not a byte further, whatever its length header claims. */
export async function readCappedBody(stream: ReadableStream<Uint8Array> | null): Promise<CappedBody> {
  const bytes = new Uint8Array(MAX_CALLBACK_BYTES);
  if (stream === null) return { bytes: bytes.slice(0, 0), tooLarge: false };
  const reader = stream.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: bytes.slice(0, length), tooLarge: false };
    const room = MAX_CALLBACK_BYTES - length;
    bytes.set(value.subarray(0, room), length);
    length = Math.min(MAX_CALLBACK_BYTES, length + value.byteLength);
    if (value.byteLength > room) {
      await reader.cancel();
      return { bytes: bytes.slice(0, length), tooLarge: true };
    }
  }
}

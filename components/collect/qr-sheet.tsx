/** A QR picture on white in both themes, because a wallet's camera needs the contrast; at most 320 px wide. */
export function QrSheet({ src, alt }: Readonly<{ src: string; alt: string }>) {
  return (
    <div className="mx-auto w-full max-w-80 rounded-card border border-line bg-[#ffffff] p-1">
      {/* Drawn as SVG by our own route: nothing to optimise, and crisp at any size. */}
      {/* eslint-disable-next-line @next/next/no-img-element -- the image optimiser does not take SVG */}
      <img src={src} alt={alt} width={312} height={312} className="block aspect-square w-full" />
    </div>
  );
}

import { AppLink } from '@/components/ui/app-link';

type CodeLinkProps = Readonly<{
  /** Where the code appeared, as the codes pages name it. */
  place: string;
  code: string | number;
}>;

/** A code, small and monospaced, that leads to the page which explains it. */
export function CodeLink({ place, code }: CodeLinkProps) {
  return (
    <AppLink
      href={`/codes/${encodeURIComponent(place)}/${encodeURIComponent(code)}`}
      className="mono relative z-1 inline-flex min-h-6 items-center text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-current"
    >
      {code}
    </AppLink>
  );
}

import { classNames } from './class-names';

export type Share = Readonly<{
  key: string;
  value: number;
  tone: 'accent' | 'ok' | 'run' | 'bad' | 'doubt' | 'shut';
}>;

const FILLS = {
  accent: 'bg-accent',
  ok: 'bg-ok',
  run: 'bg-run',
  bad: 'bg-bad',
  doubt: 'bg-doubt',
  shut: 'bg-line-strong',
} as const satisfies Record<Share['tone'], string>;

/** Parts of a whole as one bar; `label` says the same in words. A part above nothing is never invisible. */
export function ShareBar({ label, shares }: Readonly<{ label: string; shares: readonly Share[] }>) {
  return (
    <div role="img" aria-label={label} className="flex h-2 overflow-hidden rounded-full bg-sunken">
      {shares
        .filter(({ value }) => value > 0)
        .map(({ key, value, tone }) => (
          <span
            key={key}
            className={classNames('min-w-1', FILLS[tone])}
            style={{ flexGrow: value, flexBasis: 0 }}
          />
        ))}
    </div>
  );
}

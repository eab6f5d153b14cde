type ProgressBarProps = Readonly<{
  /** What is under way. */
  label: string;
  done: number;
  /** Leave out while the end is not known. */
  of?: number;
}>;

/** How far a long work has come. */
export function ProgressBar({ label, done, of }: ProgressBarProps) {
  const percent = of === undefined || of === 0 ? undefined : Math.min(100, Math.floor((done / of) * 100));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className={percent === undefined ? 'h-full w-1/3 animate-pulse bg-accent' : 'h-full bg-accent'}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}

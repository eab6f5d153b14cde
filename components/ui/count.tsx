/** How many things wait, in a round tint; nothing at all when none do. */
export function Count({ value, label }: Readonly<{ value: number; label?: string }>) {
  if (value === 0) return null;
  return (
    <span className="rounded-full bg-doubt-soft px-1.75 text-tiny/4.5 font-strong text-doubt tabular-nums">
      {value > 999 ? '999+' : value}
      {label !== undefined && <span className="sr-only"> {label}</span>}
    </span>
  );
}

/** The classes that every typed-in control shares. */
export const CONTROL_LOOK =
  'w-full min-w-0 rounded-control border border-edge bg-surface px-2.75 text-body text-ink disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-bad aria-invalid:outline-bad';

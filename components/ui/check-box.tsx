import { type ComponentProps, type ReactNode, useId } from 'react';

type CheckBoxProps = Omit<ComponentProps<'input'>, 'id' | 'type'> &
  Readonly<{ label: ReactNode; hint?: ReactNode }>;

/** One box to tick, with its sentence beside it. */
export function CheckBox({ label, hint, ...input }: CheckBoxProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[1.25rem_1fr] items-start gap-x-2 gap-y-0.5">
      <input
        type="checkbox"
        {...input}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="m-0.5 size-4 accent-accent"
      />
      <label htmlFor={id} className="text-body">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="col-start-2 text-hint text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}

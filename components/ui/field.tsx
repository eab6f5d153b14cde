import { type ReactNode, useId } from 'react';

export type ControlNames = Readonly<{
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}>;

export type FieldProps = Readonly<{
  label: ReactNode;
  hint?: ReactNode;
  /** Finished sentences. What was typed stays in the field. */
  errors?: readonly ReactNode[] | undefined;
  /** Give one when an error summary must be able to point here. */
  id?: string | undefined;
}>;

type Props = FieldProps & Readonly<{ children: (names: ControlNames) => ReactNode }>;

/** A label, its hint and its errors around one control, tied together for screen readers. */
export function Field({ label, hint, errors = [], id, children }: Props) {
  const made = useId();
  const controlId = id ?? made;
  const wrong = errors.length > 0;
  const described = [hint !== undefined && `${controlId}-hint`, wrong && `${controlId}-errors`].filter(
    Boolean,
  );
  const names: ControlNames = {
    id: controlId,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': wrong || undefined,
  };
  return (
    <div className="stack gap-1.5">
      <label htmlFor={controlId} className="w-fit text-hint font-label">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${controlId}-hint`} className="-mt-1 text-hint text-ink-3">
          {hint}
        </p>
      )}
      {children(names)}
      {wrong && (
        <ul id={`${controlId}-errors`} className="grid gap-0.5 text-hint font-medium text-bad">
          {errors.map((error, index) => (
            <li key={index}>{error}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

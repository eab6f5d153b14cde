import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';
import { CONTROL_LOOK } from './control-look';
import { Field, type FieldProps } from './field';

type TextInputProps = Omit<ComponentProps<'input'>, 'id' | 'prefix'> &
  FieldProps &
  Readonly<{
    /** Figures stand in tabular digits and get the number keyboard. */
    figures?: boolean;
    /** Ids and keys stand in the monospaced face. */
    mono?: boolean;
    /** A sign that stands inside the field in front of what is typed, such as ₱. */
    prefix?: ReactNode;
    /** A small control inside the field at its end, such as "Show". */
    suffix?: ReactNode;
  }>;

/** A one-line field; `className` sets the width of the control. */
export function TextInput(props: TextInputProps) {
  const {
    label,
    hint,
    errors,
    id,
    figures = false,
    mono = false,
    prefix,
    suffix,
    className,
    ...input
  } = props;
  return (
    <Field label={label} hint={hint} errors={errors} id={id}>
      {(names) => (
        <span className={classNames('relative block', className)}>
          {prefix !== undefined && (
            <span aria-hidden className="absolute inset-y-0 left-2.75 grid place-items-center text-ink-3">
              {prefix}
            </span>
          )}
          <input
            {...(figures ? { inputMode: 'decimal', autoComplete: 'off' } : {})}
            {...input}
            {...names}
            className={classNames(
              CONTROL_LOOK,
              'h-9 pointer-coarse:h-11',
              prefix !== undefined && 'pl-7',
              suffix !== undefined && 'pr-11',
              figures && 'tabular-nums',
              mono && 'font-mono text-hint',
            )}
          />
          {suffix !== undefined && (
            <span className="absolute inset-y-0 right-1 grid place-items-center">{suffix}</span>
          )}
        </span>
      )}
    </Field>
  );
}

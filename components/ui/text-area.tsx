import type { ComponentProps } from 'react';

import { classNames } from './class-names';
import { CONTROL_LOOK } from './control-look';
import { Field, type FieldProps } from './field';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id'> & FieldProps;

/** A field of several lines that grows with what is typed. */
export function TextArea({ label, hint, errors, id, className, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} errors={errors} id={id}>
      {(names) => (
        <textarea
          rows={3}
          {...area}
          {...names}
          className={classNames(CONTROL_LOOK, 'field-sizing-content min-h-17.5 py-2', className)}
        />
      )}
    </Field>
  );
}

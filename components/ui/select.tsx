import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

import { classNames } from './class-names';
import { CONTROL_LOOK } from './control-look';
import { Field, type FieldProps } from './field';

type SelectProps = Omit<ComponentProps<'select'>, 'id'> & FieldProps;

/** The browser's own list of choices under our look; children are `<option>`s. */
export function Select({ label, hint, errors, id, className, children, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} errors={errors} id={id}>
      {(names) => (
        <span className={classNames('relative block', className)}>
          <select
            {...select}
            {...names}
            className={classNames(CONTROL_LOOK, 'h-9 appearance-none pr-8 pointer-coarse:h-11')}
          >
            {children}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-ink-3"
          />
        </span>
      )}
    </Field>
  );
}

'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';
import { Spinner } from './spinner';

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Readonly<{
    variant?: ButtonVariant;
    size?: ButtonSize;
    /** Shows that the act is under way and swallows further presses; the focus stays where it is. */
    pending?: boolean;
    icon?: ReactNode;
    children: ReactNode;
  }>;

/** A button. A submit button shows by itself that its form's action is running. */
export function Button(props: ButtonProps) {
  const {
    variant = 'default',
    size = 'regular',
    pending,
    icon,
    children,
    className,
    onClick,
    ...rest
  } = props;
  const type = rest.type ?? 'button';
  const form = useFormStatus();
  const busy = pending ?? (type === 'submit' && form.pending);

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={buttonLook(variant, size, className)}
      onClick={press}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

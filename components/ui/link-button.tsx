import type { ReactNode } from 'react';

import { AppLink, type AppLinkProps } from './app-link';
import { buttonLook, type ButtonSize, type ButtonVariant } from './button-look';

type LinkButtonProps = AppLinkProps &
  Readonly<{ variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode }>;

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  variant = 'default',
  size = 'regular',
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <AppLink {...rest} className={buttonLook(variant, size, className)}>
      {icon}
      {children}
    </AppLink>
  );
}

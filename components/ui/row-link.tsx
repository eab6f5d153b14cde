import { AppLink, type AppLinkProps } from './app-link';
import { classNames } from './class-names';

/** The one link of a table row; its target covers the row. Other controls of the row need `relative z-1`. */
export function RowLink({ className, ...rest }: AppLinkProps) {
  return (
    <AppLink
      {...rest}
      className={classNames(
        "hover:underline after:absolute after:inset-0 after:content-[''] focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent",
        className,
      )}
    />
  );
}

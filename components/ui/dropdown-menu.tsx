'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

const ROW =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-chip px-2.5 py-1 text-cell outline-none select-none data-[disabled]:opacity-55 data-[highlighted]:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0';

type DropdownMenuProps = Readonly<{
  /** The name of the button, for those who cannot see its face. */
  label: string;
  trigger: ReactNode;
  triggerClassName?: string;
  align?: 'start' | 'end';
  children: ReactNode;
}>;

/** A button that opens a list of acts and choices. */
export function DropdownMenu({
  label,
  trigger,
  triggerClassName,
  align = 'end',
  children,
}: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger aria-label={label} className={triggerClassName}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-80 animate-appear overflow-y-auto rounded-card border border-line bg-surface p-1 text-ink shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = Readonly<{
  icon?: ReactNode;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}>;

/** One act. */
export function MenuItem({ icon, disabled = false, onSelect, children }: MenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={ROW}>
      {icon}
      {children}
    </Radix.Item>
  );
}

type MenuChoicesProps = Readonly<{
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}>;

/** A titled group of which one is chosen; the menu stays open. */
export function MenuChoices({ label, value, onChoose, children }: MenuChoicesProps) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={onChoose}>
      <Radix.Label className="px-2.5 pt-1.5 pb-0.5 text-tiny font-medium text-ink-3">{label}</Radix.Label>
      {children}
    </Radix.RadioGroup>
  );
}

type MenuChoiceProps = Readonly<{ value: string; disabled?: boolean; children: ReactNode }>;

/** One of the choices. */
export function MenuChoice({ value, disabled = false, children }: MenuChoiceProps) {
  return (
    <Radix.RadioItem
      value={value}
      disabled={disabled}
      onSelect={(event) => event.preventDefault()}
      className={ROW}
    >
      <span className="mr-auto">{children}</span>
      <Radix.ItemIndicator>
        <Check aria-hidden className="text-accent" />
      </Radix.ItemIndicator>
    </Radix.RadioItem>
  );
}

/** A hairline between groups. */
export function MenuLine() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';

export type Segment = Readonly<{ value: string; label: ReactNode; disabled?: boolean }>;

type SegmentedControlProps = Readonly<{
  label: ReactNode;
  name: string;
  segments: readonly Segment[];
  /** Chosen from outside; together with `onChange`. */
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
}>;

/** A few choices side by side: native radio buttons, so arrow keys and forms work by themselves. */
export function SegmentedControl(props: SegmentedControlProps) {
  const { label, name, segments } = props;
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-hint font-label">{label}</legend>
      <div className="flex w-fit max-w-full flex-wrap overflow-clip rounded-control border border-edge bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
        {segments.map((segment, index) => (
          <label
            key={segment.value}
            className={classNames(
              'relative cursor-pointer px-3.5 py-1.75 text-cell font-label text-ink-2 hover:bg-sunken has-checked:bg-accent-soft has-checked:text-accent has-disabled:cursor-not-allowed has-disabled:opacity-55 pointer-coarse:py-2.5',
              index > 0 && 'border-l border-line',
            )}
          >
            <input
              type="radio"
              name={name}
              value={segment.value}
              disabled={segment.disabled}
              className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
              {...choice(props, segment.value)}
            />
            {segment.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function choice(props: SegmentedControlProps, value: string): ComponentProps<'input'> {
  if (props.value === undefined) return { defaultChecked: props.defaultValue === value };
  return { checked: props.value === value, onChange: () => props.onChange?.(value) };
}

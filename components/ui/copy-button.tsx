'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-look';
import { useCopy } from './use-copy';

type CopyButtonProps = Readonly<{
  text: string;
  /** The button's words; "Copy" by itself. */
  children?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}>;

/** Copies a text and says so on the spot. */
export function CopyButton({ text, children, variant = 'default', size = 'regular' }: CopyButtonProps) {
  const t = useTranslations('common');
  const { copied, copy } = useCopy(text);
  return (
    <Button
      variant={variant}
      size={size}
      icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{copied ? t('copied') : (children ?? t('copy'))}</span>
    </Button>
  );
}

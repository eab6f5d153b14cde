'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { IconButton } from './icon-button';
import { useCopy } from './use-copy';

type CopyableIdProps = Readonly<{
  id: string;
  /** What it is the id of, for the button's name: "order id". */
  what: string;
}>;

/** An id, monospaced, with its copy button. */
export function CopyableId({ id, what }: CopyableIdProps) {
  const t = useTranslations('common');
  const { copied, copy } = useCopy(id);
  return (
    <span className="relative z-1 inline-flex max-w-full items-center gap-1">
      <span className="mono text-ink-2">{id}</span>
      <IconButton
        className="-my-1"
        label={copied ? t('copied') : t('copyNamed', { what })}
        icon={copied ? <Check aria-hidden className="text-ok" /> : <Copy aria-hidden />}
        onClick={() => void copy()}
      />
      <span role="status" className="sr-only">
        {copied && t('copied')}
      </span>
    </span>
  );
}

'use client';

import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Component, type ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { Say } from '@/components/ui/say';

type BoundaryProps = Readonly<{ onRetry: () => void; children: ReactNode }>;

/** Around a list: no answer looks different from no data, and one press asks again. */
export function ListFaultBoundary({ children }: Readonly<{ children: ReactNode }>) {
  const { reset } = useQueryErrorResetBoundary();
  return <Boundary onRetry={reset}>{children}</Boundary>;
}

class Boundary extends Component<BoundaryProps, Readonly<{ hasFailed: boolean }>> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  private readonly retry = () => {
    this.props.onRetry();
    this.setState({ hasFailed: false });
  };

  override render() {
    return this.state.hasFailed ? <ListFault onRetry={this.retry} /> : this.props.children;
  }
}

function ListFault({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const t = useTranslations('collect.listFault');
  return (
    <Say
      tone="doubt"
      role="alert"
      title={t('title')}
      actions={<Button onClick={onRetry}>{t('action')}</Button>}
    >
      {t('body')}
    </Say>
  );
}

'use client';

import { PageFault } from '@/components/layout/page-fault';
import { OpenPage } from '@/components/layout/open-page';

export default function ErrorPage({
  error,
  retry,
}: Readonly<{ error: Error & { digest?: string }; retry: () => void }>) {
  return (
    <OpenPage>
      <PageFault digest={error.digest} onRetry={retry} />
    </OpenPage>
  );
}

'use client';

import { PageFault } from '@/components/layout/page-fault';

/** Inside the shell, so that every other place stays one click away. */
export default function DashboardErrorPage({
  error,
  retry,
}: Readonly<{ error: Error & { digest?: string }; retry: () => void }>) {
  return (
    <div className="max-w-130">
      <PageFault digest={error.digest} onRetry={retry} />
    </div>
  );
}

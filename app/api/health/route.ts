import { checkHealth } from '@/lib/health/check-health';

export const dynamic = 'force-dynamic';

/** For whoever watches this installation: no session needed, nothing confidential said. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.database === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}

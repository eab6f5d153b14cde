import { Say } from '@/components/ui/say';
import { useSay } from '@/components/message/use-say';

/** Says that an open page could not ask again, and how old what it shows is. */
export function StaleNote({ since }: Readonly<{ since: number }>) {
  const say = useSay();
  return (
    <Say
      tone="doubt"
      role="status"
      className="mb-4"
      title={say({ key: 'collect.notLive', values: { at: new Date(since).toISOString() } })}
    />
  );
}

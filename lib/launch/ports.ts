import { createServer } from 'node:net';

import { SettingsError } from '../env';

/** Refuses a port that somebody else listens on, naming the setting that changes it. */
export async function requireFreePort(setting: string, port: number, host: string): Promise<void> {
  try {
    await listen(port, host);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw new SettingsError(
        `Port ${port} is taken: is Kaha running already? Otherwise set ${setting} to a free port.`,
      );
    }
    if (code === 'EACCES')
      throw new SettingsError(`Port ${port} needs more rights than you have: set ${setting} above 1023.`);
    throw new SettingsError(
      `HOST ${host} cannot be listened on (${code ?? 'unknown reason'}): set HOST to an address of this machine.`,
    );
  }
}

/** A port nobody uses right now on the loopback address. */
export function findFreePort(): Promise<number> {
  return listen(0, '127.0.0.1');
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no address')),
      );
    });
  });
}

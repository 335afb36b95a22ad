import { connect, createServer } from 'node:net';
import { AppError } from '../domain/app-error.ts';
import { LOOPBACK } from './conf.ts';

/** A port that nothing listens on: the wanted one, or any. Fails with ENVIRONMENT when the wanted one is taken. */
export async function choosePort(wanted: number | 'free'): Promise<number> {
  try {
    return await listenOnce(wanted === 'free' ? 0 : wanted);
  } catch (error) {
    throw portError(wanted, error);
  }
}

function portError(wanted: number | 'free', error: unknown): AppError {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return portInUse(wanted, error);
  return new AppError(
    'ENVIRONMENT',
    `Port ${wanted} on ${LOOPBACK} cannot be opened for the local Neo4j. Ports below 1024 need special rights: set ` +
      'NEO4J_LOCAL_PORT to another number, or leave it out to let a free one be chosen.',
    'NEO4J_LOCAL_PORT',
    error,
  );
}

export function portInUse(port: number | 'free', cause?: unknown): AppError {
  return new AppError(
    'ENVIRONMENT',
    `Port ${port} on ${LOOPBACK} is in use by another program, so the local Neo4j cannot listen there. End that program, ` +
      'set NEO4J_LOCAL_PORT to another number, or leave it out to let a free one be chosen.',
    'NEO4J_LOCAL_PORT',
    cause,
  );
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string')
          reject(new Error('The port of a listening server is unknown.'));
        else resolve(address.port);
      });
    });
  });
}

/** True when something accepts connections on a loopback port. */
export function accepts(port: number, deadlineMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: LOOPBACK, port });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(deadlineMs, () => {
      end(false);
    });
    socket.once('connect', () => {
      end(true);
    });
    socket.once('error', () => {
      end(false);
    });
  });
}

import { AppError } from '../domain/app-error.ts';
import { acceptedReleases, chooseFlavour } from './choose-flavour.ts';
import type { RunnableFlavour } from './choose-flavour.ts';
import type { Environment } from './environment.ts';
import { findJavas } from './find-java.ts';
import type { FlavourId } from './flavours.ts';
import type { Host } from './install-packages.ts';
import { installPackages } from './install-packages.ts';

/** Packages that bring a fitting Java, the preferred one first; Debian 13 has no 17, so 21 and 25 follow. */
const JAVA_PACKAGES: Readonly<Record<FlavourId | 'any', readonly string[]>> = {
  any: ['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'openjdk-25-jre-headless'],
  '5.26': ['openjdk-17-jre-headless', 'openjdk-21-jre-headless'],
  '2026.08': ['openjdk-21-jre-headless', 'openjdk-25-jre-headless'],
};

export interface EnsureJavaContext {
  readonly host: Host;
  readonly env: Environment;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
  /** Where to look besides JAVA_HOME and PATH; the usual folders when not given. */
  readonly folders?: readonly string[];
}

/**
 * A Java that fits and the flavour that it runs. Installs one where that is possible (Debian or Ubuntu as root);
 * elsewhere fails with ENVIRONMENT and says what to install and how.
 */
export async function ensureJava(wanted: FlavourId | undefined, context: EnsureJavaContext): Promise<RunnableFlavour> {
  const look = async (): Promise<RunnableFlavour | undefined> =>
    chooseFlavour(await findJavas(context.env, context.signal, context.folders), wanted);
  const found = await look();
  if (found !== undefined) return found;
  context.report(`No Java ${acceptedReleases(wanted)} found.`);
  const installed = await installPackages(JAVA_PACKAGES[wanted ?? 'any'], context);
  const after = installed ? await look() : undefined;
  if (after !== undefined) return after;
  throw new AppError(
    'ENVIRONMENT',
    `The local Neo4j needs Java ${acceptedReleases(wanted)}, and none was found in JAVA_HOME, on PATH or in the usual ` +
      `folders. Install one (Debian, Ubuntu: sudo apt-get install ${JAVA_PACKAGES[wanted ?? 'any'][0] ?? ''}; macOS: brew ` +
      'install openjdk@21; others: any OpenJDK build) or set JAVA_HOME. To use a Neo4j that runs elsewhere, set NEO4J_URI.',
    'JAVA_HOME',
  );
}

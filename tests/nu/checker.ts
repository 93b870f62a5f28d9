import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { root } from '../content/load.ts';

/** What the Nu HTML checker says of a place in a page. */
export interface Finding {
  /** File, from the project's top folder. */
  file: string;
  line: number;
  kind: 'error' | 'warning' | 'info';
  message: string;
  /** The HTML it is about. */
  extract: string;
}

interface Message {
  type: 'error' | 'info' | 'non-document-error';
  subType?: string;
  url?: string;
  lastLine?: number;
  message?: string;
  extract?: string;
}

const JAR = join(root, 'node_modules/vnu-jar/build/dist/vnu.jar');

/**
 * What the Nu HTML checker finds in files and in the pages of folders, all in one run of Java: starting it takes longer
 * than reading a page. Throws when the checker itself fails, so that no answer is never taken for no fault.
 */
export function findingsIn(paths: readonly string[]): Finding[] {
  const { status, stdout, stderr, error } = spawnSync(
    'java',
    ['-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', ...paths],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`The Nu HTML checker stopped with ${status}:\n${stderr.slice(0, 2000)}`);
  const { messages } = JSON.parse(stdout) as { messages: Message[] };
  return messages.map(({ type, subType, url = '', lastLine = 0, message = '', extract = '' }) => {
    if (type === 'non-document-error')
      throw new Error(`The Nu HTML checker could not read ${url}: ${message}`);
    return {
      file: relative(root, url.replace(/^file:/, '')),
      line: lastLine,
      kind: type === 'error' ? 'error' : subType === 'warning' ? 'warning' : 'info',
      message,
      extract: extract.trim(),
    };
  });
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What Playwright needs to start a browser; accepted by `chromium.launch` and by Vitest's Playwright provider. */
export interface BrowserLaunch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** WebGL2 through SwiftShader on machines without a graphics card, and no traffic of the browser's own. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

const SYSTEM_BROWSERS = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Unpacks the packaged Chromium into the folder given as TMPDIR, with the libraries a bare Linux lacks. */
const UNPACK = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once and returns its folder. The work is done in a folder beside
 * the final one and renamed at the end, so that two test runs started together never see half a browser.
 */
async function unpackedChromium(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const manifest = await readFile(
    join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'),
    'utf8',
  );
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;

  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(join(cache, 'chromium-unpacking-'));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: root,
    env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  try {
    await rename(unpacking, home);
  } catch (cause) {
    await rm(unpacking, { recursive: true, force: true });
    if (!existsSync(home)) throw cause;
  }
  return home;
}

/** The environment without its unset entries. */
function environment(extra: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(inherited), ...extra };
}

/**
 * Finds the browser for tests: `CHROME_PATH`, else on Linux x64 the Chromium from npm, else an installed Chrome.
 * @throws Error when there is none, saying what to set
 */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return { executablePath: chosen, args: FLAGS, env: environment({}) };

  if (process.platform === 'linux' && process.arch === 'x64') {
    const home = await unpackedChromium();
    const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') };
    return {
      executablePath: join(home, 'chromium'),
      args: FLAGS,
      env: environment({ LD_LIBRARY_PATH: libraries, ...fonts }),
    };
  }

  const installed = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (!installed) throw new Error('No Chrome or Chromium found: set CHROME_PATH to the program file of one.');
  return { executablePath: installed, args: FLAGS, env: environment({}) };
}

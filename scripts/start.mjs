/**
 * npm start: install what is missing, fetch MNIST once, build the kernel and the site, and serve it.
 * Plain JavaScript without packages, because it runs before there are any, on whatever Node there is (18 or later).
 * `npm start -- --port 8080` and other options go to the server.
 */
import { npm, run } from './command.mjs';
import { install } from './install.mjs';
import { ensureMnist } from './mnist.mjs';

if (!(await install())) fail('The packages could not be installed.');
await ensureMnist();
if ((await npm(['run', '--silent', 'build'])).code !== 0) fail('The site could not be built.');
const { code } = await run('astro', ['preview', '--ignore-lock', ...process.argv.slice(2)]);
process.exitCode = code;

/** @param {string} message */
function fail(message) {
  console.error(`\n${message} The reason stands above.`);
  process.exit(1);
}

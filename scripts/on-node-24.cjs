// Runs a program of this project on a Node that can: this one if it will do, else the Node 24 that npm installed beside it.
// Plain CommonJS in old syntax: it has to parse on any Node, so that an old one gets words instead of a segfault.
//   node scripts/on-node-24.cjs PROGRAM [ARGUMENTS]
'use strict';
var path = require('path'), fs = require('fs'), url = require('url');
var root = path.join(__dirname, '..');

// better-sqlite3 13 is built for Node-API 10 (first in 22.14.0) and dies without a word on an older one;
// type stripping without a flag came in 22.18 / 23.6.
function willDo(program) {
  var v = process.versions, p = v.node.split('.').map(Number);
  var strips = p[0] >= 24 || (p[0] === 23 && p[1] >= 6) || (p[0] === 22 && p[1] >= 18);
  return Number(v.napi) >= 10 && (!/\.ts$/.test(program) || strips);
}

// npm 10 installs the optional Node without linking it in .bin, so it is looked up where it lies: in our own
// node_modules, or hoisted beside us when we are a package in someone else's.
function bundledNode() {
  var platform = process.platform === 'win32' ? 'win' : process.platform;
  var exe = process.platform === 'win32' ? 'node.exe' : 'node';
  return [path.join(root, 'node_modules'), path.join(root, '..')].map(function (modules) {
    return path.join(modules, 'node-' + platform + '-' + process.arch, 'bin', exe);
  }).filter(function (file) {
    return fs.existsSync(file) && fs.realpathSync(file) !== fs.realpathSync(process.execPath);
  })[0];
}

function run(program, args) {
  if (willDo(program)) {
    process.argv = [process.argv[0], program].concat(args);
    import(url.pathToFileURL(program).href).catch(function (e) { console.error(e); process.exitCode = 1; });
    return;
  }
  var node = bundledNode();
  if (!node) {
    console.error('purrebot trenger Node 22.18 eller nyere (du kjører ' + process.version + ').\n' +
      'Kjør «npm ci» i prosjektmappen (henter Node 24), eller installer Node 24.');
    process.exit(78);
  }
  // Not spawnSync: a stop signal sent to us alone (systemd, docker) has to reach the program, which closes in order.
  var child = require('child_process').spawn(node, [program].concat(args), { stdio: 'inherit' });
  ['SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () { child.kill(signal); });
  });
  // The terminal gives Ctrl-C to both of us: the child decides when it has closed.
  process.on('SIGINT', function () {});
  child.on('error', function (e) { console.error(e); process.exit(1); });
  child.on('exit', function (code, signal) {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

module.exports = run;
if (require.main === module) run(path.resolve(process.argv[2]), process.argv.slice(3));

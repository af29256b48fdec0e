// Exports of the shipped corpus, read by others: FollowTheMoney's own model, and ajv for the JSON schemas.
//
//   node interchange.mjs build/release/acta FOLDER-OF-THE-PROJECT
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import ftm from '@alephdata/followthemoney';

const [program, root] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'acta-interchange-'));
const db = join(folder, 'corpus.db');
const faults = [];
const fault = (message) => faults.push(message);
const acta = (...args) => execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
const lines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));

try {
  const pages = ['vi', 'en', 'ru'].flatMap((language) =>
    readdirSync(join(root, 'corpus', language)).map((name) => join(root, 'corpus', language, name, 'page.html')));
  acta('ingest', '--quiet', '--db', db, ...pages);

  const model = new ftm.Model(ftm.defaultModel);
  const entities = lines(acta('export', '--db', db, '--format', 'ftm'));
  for (const json of entities) {
    const schema = model.schemata[json.schema];
    if (!schema) { fault(`no schema ${json.schema}`); continue; }
    const unknown = Object.keys(json.properties).filter((name) => !schema.getProperties().has(name));
    for (const name of unknown) fault(`${json.schema} has no property ${name}`);
    if (unknown.length) continue;
    const entity = model.getEntity(json);
    for (const [name, values] of Object.entries(json.properties))
      if (entity.getProperty(name).length !== values.length) fault(`${json.schema}.${name} loses values`);
    for (const name of schema.required ?? [])
      if (!json.properties[name]?.length) fault(`${json.schema} ${json.id} lacks ${name}`);
  }
  console.log(`${entities.length} FollowTheMoney entities`);

  const ajv = new Ajv2020({allErrors: true});
  const check = (name, schema, item) => {
    if (!schema(item)) fault(`${name}: ${ajv.errorsText(schema.errors).slice(0, 500)}`);
  };
  const read = (name) => ajv.compile(JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8')));
  const popolo = JSON.parse(acta('export', '--db', db, '--format', 'popolo'));
  check('popolo', read('popolo.schema.json'), popolo);
  console.log(`Popolo: ${Object.entries(popolo).map(([name, list]) => `${list.length} ${name}`).join(', ')}`);
  const record = read('export.schema.json');
  const records = lines(acta('export', '--db', db));
  for (const item of records) check(item.id, record, item);
  console.log(`${records.length} records as JSON lines`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
for (const message of new Set(faults)) console.error(message);
console.log(faults.length ? `${faults.length} faults` : 'no fault');
process.exit(faults.length ? 1 : 0);

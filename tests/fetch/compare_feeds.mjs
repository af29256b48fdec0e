// compare_feeds.mjs ACTA FEED_CASES: what acta reads from the documents of feed_cases.h, beside what npm's
// feedsmith and feedparser read. Exits with 77 (skipped) when neither is installed, with 1 when acta lacks a link,
// or states another title or instant, without a reason listed below.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const BASE = 'https://tin.example/rss/feed.xml';

// Where acta means to differ, by the name of the case.
const REASONS = {
  'guid that is none': 'a guid that says it is no permanent link is none',
  'repeated links': 'one page is named once',
  'links that are none': 'only http and https are links',
  'original link of a redirector': 'the page itself, not the redirector',
  'rss 0.93 with an enclosure alone': 'an enclosure is no page',
  'html among several links': 'text/html goes before JSON',
  'xml:base': 'resolved by xml:base, which feedsmith leaves to its caller',
  'an item\'s base within an rss': 'resolved by xml:base, which feedsmith leaves to its caller',
  'base of a base': 'resolved by xml:base, which feedsmith leaves to its caller',
  'json feed 1.0, ids of all kinds': 'a list is no address',
  'unclosed tag in a title': 'the tag goes, the text stays',
  'tags in the wrong order': 'an item ends with its end tag',
  'attribute twice': 'the first one counts',
  'numeric references that are no characters': 'what is no character becomes U+FFFD',
};

const [acta, feedCases] = process.argv.slice(2);

function load(name) {
  for (const folder of [process.env.ACTA_NODE_MODULES, join(process.cwd(), 'node_modules'),
                        '/usr/local/lib/node_modules', '/usr/lib/node_modules', '/usr/share/nodejs']) {
    if (!folder) continue;
    try {
      return createRequire(join(folder, 'x.js'))(join(folder, name));
    } catch {
      // the next folder
    }
  }
  return null;
}

// The readers leave a second level of escapes to their callers.
const NAMES = {amp: '&', nbsp: ' ', eacute: 'é'};
const decoded = (text) => text.replace(/&(?:#(\d+)|(\w+));/g, (all, number, name) =>
    number ? String.fromCodePoint(+number || 0xFFFD) : NAMES[name] ?? all);
const plain = (text) => decoded((text ?? '').replace(/<[^>]*>/g, '')).replace(/[\s\x00-\x1f]+/g, ' ').trim();
const instant = (date) => (date && !Number.isNaN(+new Date(date)) ? +new Date(date) : null);

function absolute(link) {
  try {
    const url = new URL(link, BASE);
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

// Both readers give [{url, title, date}].
function byFeedsmith(feedsmith, text) {
  const {feed} = feedsmith.parseFeed(text);
  return (feed.items ?? feed.entries ?? []).map((item) => {
    const alternate = (item.links ?? []).find((link) => !link.rel || link.rel === 'alternate') ?? {};
    const title = typeof item.title === 'object' ? item.title?.value : item.title;
    return {
      url: absolute(item.link ?? item.url ?? item.external_url ?? alternate.href ?? ''),
      title: plain(title),
      date: instant(item.pubDate ?? item.published ?? item.date_published ?? item.dc?.date),
    };
  });
}

function byFeedparser(FeedParser, bytes) {
  return new Promise((resolve) => {
    const items = [];
    const parser = new FeedParser({feedurl: BASE, addmeta: false, resume_saxerror: true});
    parser.on('error', () => resolve(null));
    parser.on('readable', function read() {
      for (let item; (item = this.read());) {
        items.push({url: absolute(item.origlink || item.link || ''), title: plain(item.title), date: instant(item.pubdate)});
      }
    });
    parser.on('end', () => resolve(items));
    parser.end(bytes);
  });
}

// What the other reader has and acta has not, in words.
function missing(theirs, ours) {
  const faults = [];
  for (const item of theirs) {
    if (!item.url || !item.url.startsWith('http') || item.url === BASE) continue;
    const own = ours.find((entry) => absolute(entry.url) === item.url);
    if (!own) {
      faults.push(`link ${item.url}`);
      continue;
    }
    if (item.title && own.title !== item.title) faults.push(`title "${item.title}", acta "${own.title}"`);
    const date = /T.*([+-]\d\d:\d\d)$/.test(own.published) ? instant(own.published) : null;
    if (item.date && date && item.date !== date) faults.push(`date ${new Date(item.date).toISOString()}, acta ${own.published}`);
  }
  return faults;
}

const feedsmith = load('feedsmith');
const FeedParser = load('feedparser');
if (!feedsmith && !FeedParser) {
  console.log('skipped: neither feedsmith nor feedparser is installed (npm install feedsmith feedparser)');
  process.exit(77);
}

const folder = mkdtempSync(join(tmpdir(), 'acta-feeds-'));
execFileSync(feedCases, [folder]);
const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')).filter((c) => !c.type);
let lines = '';
try {
  lines = execFileSync(acta, ['sources', 'check', ...cases.map((c) => join(folder, c.file)), '--base', BASE, '--links',
                              '--format', 'jsonl', '--sources', join(folder, 'none.toml')], {maxBuffer: 1 << 26});
} catch (error) {
  lines = error.stdout;  // some documents are no feeds: status 3
}
const read = new Map(String(lines).trim().split('\n').map((line) => JSON.parse(line)).map((line) => [line.source, line]));

let compared = 0;
let unreadable = 0;
let explained = 0;
let failed = 0;
for (const c of cases) {
  const bytes = readFileSync(join(folder, c.file));
  const ours = read.get(join(folder, c.file))?.entries ?? [];
  const readers = [];
  if (feedsmith) {
    try {
      readers.push(['feedsmith', byFeedsmith(feedsmith, bytes.toString('utf8'))]);
    } catch {
      ++unreadable;
    }
  }
  if (FeedParser) {
    const items = await byFeedparser(FeedParser, bytes);
    items ? readers.push(['feedparser', items]) : ++unreadable;
  }
  for (const [name, theirs] of readers) {
    ++compared;
    const faults = missing(theirs, ours);
    if (faults.length === 0) continue;
    REASONS[c.name] ? ++explained : ++failed;
    console.log(`${REASONS[c.name] ? 'explained' : 'DIFFERS'}  ${name}  ${c.name}: ${faults.join('; ')}` +
                (REASONS[c.name] ? ` (${REASONS[c.name]})` : ''));
  }
}
rmSync(folder, {recursive: true});
console.log(`${cases.length} documents, ${compared} readings compared, ${unreadable} refused by the other reader, ` +
            `${explained} differ for a reason, ${failed} differ without one`);
process.exit(failed === 0 ? 0 : 1);

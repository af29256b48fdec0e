// Reads WARC files with npm's warcio and prints what is wrong with them, one line each; exit status 1 when
// something is. What it asks of a record: the fields that ISO 28500 demands, digests that are those of the block and
// of the payload which warcio finds, a response for every request, and an original for every revisit.
//
//   node check_warc.mjs FOLDER_WITH_NODE_MODULES FILE...
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const find = createRequire(path.join(path.resolve(modules), "here.js"));
const warcio = await import(pathToFileURL(find.resolve("warcio")));
const { WARCParser } = warcio.WARCParser ? warcio : warcio.default;

const faults = [];
const counts = {};
const responses = new Set();
const payloads = new Set();

// RFC 4648, section 6, without padding.
function base32(bytes) {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const digits = bits.match(/.{1,5}/g).map((five) => parseInt(five.padEnd(5, "0"), 2));
  return digits.map((digit) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[digit]).join("");
}

// The digest of `bytes`, of the kind of `like`.
function digestOf(bytes, like) {
  if (like.startsWith("sha1:")) return "sha1:" + base32(createHash("sha1").update(bytes).digest());
  return "sha256:" + createHash("sha256").update(bytes).digest("hex");
}

for (const file of files) {
  // With HTTP left alone the content of a record is its block.
  for await (const record of new WARCParser(fs.createReadStream(file), { parseHttp: false })) {
    const said = record.warcHeader("WARC-Block-Digest") ?? "none";
    const now = digestOf(await record.readFully(false), said);
    if (now !== said) faults.push(`${file}: ${record.warcType}: block digest is ${said}, its bytes give ${now}`);
  }
}

for (const file of files) {
  for await (const record of new WARCParser(fs.createReadStream(file))) {
    const header = (name) => record.warcHeader(name);
    const payloadDigest = header("WARC-Payload-Digest");
    const fault = (what) => faults.push(`${file}: ${record.warcType} ${header("WARC-Record-ID")}: ${what}`);
    counts[record.warcType] = (counts[record.warcType] ?? 0) + 1;

    for (const name of ["WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length"])
      if (!header(name)) fault(`no ${name}`);
    if (!/^<urn:uuid:[0-9a-f-]{36}>$/.test(header("WARC-Record-ID"))) fault("no uuid");
    if (record.warcType !== "warcinfo" && !record.warcTargetURI) fault("no WARC-Target-URI");

    await record.readFully(true);
    if (record.warcType === "response") {
      const now = digestOf(record.payload ?? "", payloadDigest);
      if (now !== payloadDigest) fault(`payload digest is ${payloadDigest}, its bytes give ${now}`);
      if (!record.httpHeaders?.statusCode) fault("no status");
      const length = record.httpHeaders?.headers.get("content-length");
      if (length != null && Number(length) !== record.payload.length) fault(`${length} bytes said, ${record.payload.length} there`);
      responses.add(header("WARC-Record-ID"));
      payloads.add(payloadDigest);
    } else if (record.warcType === "revisit") {
      responses.add(header("WARC-Record-ID"));
      const profile = header("WARC-Profile") ?? "";
      if (!profile.startsWith("http://netpreserve.org/warc/1.1/revisit/")) fault(`profile "${profile}"`);
      if (profile.endsWith("identical-payload-digest") && !payloads.has(payloadDigest)) fault("its original is not there");
    } else if (record.warcType === "request") {
      if (!responses.has(header("WARC-Concurrent-To"))) fault("no response before it");
    }
  }
}
for (const fault of faults) console.log(fault);
console.log(JSON.stringify(counts));
process.exit(faults.length ? 1 : 0);

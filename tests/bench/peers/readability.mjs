// readability.mjs FILE... : Readability.js on linkedom, a JSON line {source, text} for each page.
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const kBlocks = 'p,div,br,li,h1,h2,h3,h4,h5,h6,tr,blockquote,pre,section,article';
for (const source of process.argv.slice(2)) {
  let text = '';
  try {
    const { document } = parseHTML(readFileSync(source, 'utf8'));
    const article = new Readability(document).parse();
    if (article) {
      const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
      for (const block of content.querySelectorAll(kBlocks)) block.after('\n');
      text = content.body.textContent;
    }
  } catch {
    // A page that the peer cannot read counts as an empty answer.
  }
  console.log(JSON.stringify({ source, text }));
}

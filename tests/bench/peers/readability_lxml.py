"""readability_lxml.py FILE... : Debian's python3-readability, a JSON line {source, text} for each page."""
import json
import logging
import sys

import lxml.html
from readability import Document

logging.disable(logging.CRITICAL)
BLOCKS = "//p|//div|//br|//li|//h1|//h2|//h3|//tr|//blockquote|//pre"
for source in sys.argv[1:]:
    try:
        with open(source, "rb") as file:
            content = lxml.html.fromstring(Document(file.read()).summary())
        for block in content.xpath(BLOCKS):
            block.tail = "\n" + (block.tail or "")
        text = content.text_content()
    except Exception:  # a page that the peer cannot read counts as an empty answer
        text = ""
    print(json.dumps({"source": source, "text": text}))

#!/usr/bin/env python3
"""Serves the pages of corpus/ on 127.0.0.1 as a small news site.

    demo/serve.py                          until Ctrl-C
    demo/serve.py -- COMMAND ARGUMENT...   while COMMAND runs; ends with its exit status.
                                           {site} in an argument becomes http://127.0.0.1:PORT

    /<language>/<case>.html   corpus/<language>/<case>/page.html, byte for byte
    /feed.xml                 an RSS 2.0 feed of all pages, newest first; /vi/feed.xml … of one language
    /robots.txt  /            what robots may read; a list for people

Standard library only. The pages are read once, at the start.
"""

import argparse
import email.utils
import hashlib
import html
import http.server
import json
import re
import subprocess
import sys
import threading
from datetime import datetime, timezone
from pathlib import Path

DECLARED_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([A-Za-z0-9_-]+)""", re.IGNORECASE)


def content_type(page: bytes) -> str:
    """text/html with the charset that the page itself declares, if it does."""
    declared = DECLARED_CHARSET.search(page[:4096])
    return f"text/html; charset={declared.group(1).decode()}" if declared else "text/html"


def read_cases(corpus: Path) -> list:
    """The cases of the corpus, newest first: folders with a page and what is known of it."""
    cases = []
    for gold in corpus.glob("*/*/gold.json"):
        page = gold.with_name("page.html")
        if not page.is_file():
            continue
        known = json.loads(gold.read_text(encoding="utf-8"))
        day = datetime.fromisoformat(known["published"][:10]).replace(hour=5, tzinfo=timezone.utc)
        language, case = gold.parts[-3], gold.parts[-2]
        cases.append({"language": language, "path": f"/{language}/{case}.html", "title": known["title"],
                      "day": day, "page": page.read_bytes()})
    return sorted(cases, key=lambda case: (-case["day"].timestamp(), case["path"]))


def feed(cases: list, site: str, title: str) -> bytes:
    items = "".join(
        f"""
    <item>
      <title>{html.escape(case["title"])}</title>
      <link>{site}{case["path"]}</link>
      <guid isPermaLink="true">{site}{case["path"]}</guid>
      <pubDate>{email.utils.format_datetime(case["day"])}</pubDate>
    </item>""" for case in cases)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>{title}</title>
    <link>{site}/</link>
    <description>Sample pages of acta</description>{items}
  </channel>
</rss>
""".encode()


def front_page(cases: list) -> bytes:
    items = "".join(f'<li>{case["day"]:%Y-%m-%d} <a href="{case["path"]}" lang="{case["language"]}">'
                    f'{html.escape(case["title"])}</a>\n' for case in cases)
    return f"""<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Sample pages of acta</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
<h1>Sample pages of acta</h1><ul>
{items}</ul></html>
""".encode()


def build_site(cases: list, site: str) -> dict:
    """Path to (content type, body)."""
    rss = "application/rss+xml; charset=utf-8"
    files = {case["path"]: (content_type(case["page"]), case["page"]) for case in cases}
    files["/feed.xml"] = (rss, feed(cases, site, "All sample pages"))
    for language in {case["language"] for case in cases}:
        chosen = [case for case in cases if case["language"] == language]
        files[f"/{language}/feed.xml"] = (rss, feed(chosen, site, f"Sample pages: {language}"))
    files["/robots.txt"] = ("text/plain; charset=utf-8", b"User-agent: *\nAllow: /\n")
    files["/"] = ("text/html; charset=utf-8", front_page(cases))
    return files


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        kind, body = self.server.files.get(self.path.split("?")[0], (None, b"not here\n"))
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if kind is None:
            self.answer(404, "text/plain; charset=utf-8", body)
        elif self.headers.get("If-None-Match") == tag:
            self.answer(304, None, b"", tag)
        else:
            self.answer(200, kind, body, tag)

    do_HEAD = do_GET

    def answer(self, status, kind, body, tag=None):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if tag:
            self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True


def open_server(port: int) -> Server:
    """On `port`, or when another program has it, on any free one."""
    try:
        return Server(("127.0.0.1", port), Handler)
    except OSError:
        return Server(("127.0.0.1", 0), Handler)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).resolve().parent.parent / "corpus")
    parser.add_argument("--port", type=int, default=8765, help="8765, or a free one when it is taken; 0 = any")
    parser.add_argument("command", nargs="*", metavar="COMMAND")
    arguments = parser.parse_args()

    cases = read_cases(arguments.corpus)
    if not cases:
        parser.error(f"no case in {arguments.corpus}")
    with open_server(arguments.port) as server:
        site = f"http://127.0.0.1:{server.server_port}"
        server.files = build_site(cases, site)
        if not arguments.command:
            print(f"{len(cases)} pages at {site}/, feed at {site}/feed.xml; Ctrl-C ends it", flush=True)
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                return 0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        command = [argument.replace("{site}", site) for argument in arguments.command]
        try:
            return subprocess.run(command).returncode
        except KeyboardInterrupt:
            return 130
        finally:
            server.shutdown()


if __name__ == "__main__":
    sys.exit(main())

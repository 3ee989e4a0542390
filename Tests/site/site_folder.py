"""The published folder as the judges see it: its files, an http server over it, a browser to look at it with."""

import functools
import http.server
import re
import shutil
import sys
import threading
from pathlib import Path
from urllib.parse import quote

import yaml
from playwright.sync_api import sync_playwright


class Site:
    def __init__(self, folder: Path, acta: Path, acts: Path, work: Path):
        self.folder, self.acta, self.acts, self.work = folder, acta, acts, work
        self.tools = Path(sys.prefix)
        file = acts / "acta.yml"
        settings = yaml.load(file.read_text(), yaml.BaseLoader) if file.is_file() else {}
        self.address = settings.get("сайт", {}).get("адрес", "").rstrip("/")

    def __enter__(self):
        handler = functools.partial(_Handler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.http = f"http://127.0.0.1:{self.server.server_port}/"
        self.file = self.folder.as_uri() + "/"
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        return self

    def __exit__(self, *_):
        self.browser.close()
        self.playwright.stop()
        self.server.shutdown()

    @property
    def pages(self) -> list[str]:
        """Every page, by its path in the folder."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))

    @property
    def kinds(self) -> list[str]:
        """A page of every kind, and every act: what a page shows is told by the classes of its main part."""
        seen: dict[str, str] = {}
        for page in self.pages:
            kind = re.search(r'<main[^>]*class="([^"]*)"', self.text(page))
            name = kind.group(1) if kind else page
            if "act-page" in name:
                name = page
            seen.setdefault(name, page)
        return sorted(seen.values())

    def text(self, path: str) -> str:
        return (self.folder / path).read_text()

    def page(self, path: str, *, width=1280, height=900, dark=False, script=True, base=None):
        """A page opened in a browser of its own; `problems` collects what the browser complains of."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light", reduced_motion="reduce",
            java_script_enabled=script)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.problems = []
        page.on("console", lambda message: message.type in ("error", "warning")
                and page.problems.append(message.text))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.goto((base or self.http) + quote(path, safe="/?=&#%"))
        return page


def until(page, expression: str) -> bool:
    """Waits until an expression holds; the page's own policy forbids the browser to wait for it itself."""
    for _ in range(200):
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(25)
    return False


class _Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # Browsers ask for it by themselves; no page names one.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass

    def log_error(self, *_):
        pass

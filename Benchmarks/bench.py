#!/usr/bin/env python3
"""Times Acta beside what it is measured by, and prints a table: `make bench`.

    bench.py ACTA [--files 10000] [--hugo]

A corpus is made (corpus.py), cmark-gfm turns its bytes to HTML in one process (cmark.c), Acta builds it: check, HTML and
text, no PDF. With --hugo Hugo builds the same number of pages from the same Markdown. Each command runs three times;
the least counts, since noise only adds.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(arguments: list, cores: str | None = None, **options) -> tuple[float, float, int]:
    """Seconds of the clock, seconds of the processor and peak kilobytes of a process."""
    prefix = ["taskset", "-c", cores] if cores else []
    start = time.perf_counter()
    process = subprocess.Popen(
        [*prefix, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{arguments}: {status}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def least(arguments: list, cores: str | None = None, times: int = 3, before=lambda: None) -> tuple[float, float, int]:
    found = []
    for _ in range(times):
        before()
        found.append(run(arguments, cores))
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("acta")
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--hugo", action="store_true")
    arguments = parser.parse_args()
    acta = Path(arguments.acta).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        acts, output = folder / "acts", folder / "output"
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        subprocess.run(["python3", HERE / "corpus.py", acts, str(arguments.files)], check=True,
                       stdout=subprocess.DEVNULL)
        cmark = folder / "cmark"
        subprocess.run(["gcc", "-O2", "-o", cmark, HERE / "cmark.c", "-lcmark-gfm-extensions", "-lcmark-gfm"],
                       check=True)
        yardstick = min(
            float(subprocess.run(["taskset", "-c", "0", cmark, acts], capture_output=True, text=True,
                                 check=True).stdout.split()[2])
            for _ in range(5))

        def clean() -> None:
            shutil.rmtree(output, ignore_errors=True)

        def tell(name: str, seconds: float, rest: str = "") -> None:
            print(f"{name:<42}{seconds:9.3f} s {seconds / yardstick:8.1f} × cmark  {rest}")

        build = [acta, "build", acts, "--output", output, "--formats", "html,txt"]
        tell(f"cmark-gfm over {arguments.files} files", yardstick)
        stages = subprocess.run(["taskset", "-c", "0", acta, "stages", acts, "--output", folder / "stages"],
                                capture_output=True, text=True, check=True).stdout
        for line in stages.splitlines():
            milliseconds, name = line.split("\t")
            tell("  " + name, int(milliseconds) / 1000)
        one, _, _ = least([*build, "--no-cache"], "0", before=clean)
        tell("whole build, one core", one)
        two, _, peak = least([*build, "--no-cache"], before=clean)
        tell("whole build, all cores", two, f"{one / two:.2f} times one core, {peak // 1024} MB")
        run(build)
        again, _, _ = least(build)
        tell("nothing changed", again)
        order = sorted(acts.rglob("order.md"))[7]

        def change() -> None:
            order.write_text(order.read_text() + "\nЕщё одно предложение.\n")

        changed, _, _ = least(build, before=change)
        tell("one act changed", changed)
        check, _, _ = least([acta, "check", acts], times=1)
        tell("check alone, all cores", check)
        if arguments.hugo:
            hugo(folder, acts, tell)


def hugo(folder: Path, acts: Path, tell) -> None:
    """The same number of pages by Hugo: the same Markdown, the plainest of layouts."""
    site = folder / "hugo"
    for name in ("content", "layouts/_default"):
        (site / name).mkdir(parents=True)
    (site / "config.toml").write_text('baseURL = "https://akty.example/"\ntitle = "Акты"\n'
                                      'disableKinds = ["taxonomy", "term", "RSS"]\n')
    page = "<!doctype html><html lang=ru><head><title>{{ .Title }}</title></head><body>%s</body></html>"
    (site / "layouts/_default/single.html").write_text(page % "<h1>{{ .Title }}</h1>{{ .Content }}")
    (site / "layouts/_default/list.html").write_text(
        page % "<ul>{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</ul>")
    for path in acts.rglob("*.md"):
        text = path.read_text()
        title = re.search(r"^название: (.*)$", text, re.M)
        body = text.split("---", 2)[2] if text.startswith("---") else text
        target = site / "content" / path.relative_to(acts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"---\ntitle: {title.group(1) if title else 'Акт'!r}\n---\n{body}")
    seconds, _, peak = least(["hugo", "--quiet", "--source", site, "--destination", folder / "hugo-out"], times=2,
                             before=lambda: shutil.rmtree(folder / "hugo-out", ignore_errors=True))
    tell("Hugo, all cores, a page a file", seconds, f"{peak // 1024} MB")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Holds what Acta writes for machines against outside judges.

usage: ci_outputs.py ACTA

SARIF against OASIS's schema and sarif-tools, JUnit against Jenkins's XSD and junitparser, Code Quality against GitLab's
description; the calendar of deadlines against libical, icalendar and khal; the files of `acta init` against the schemas of
GitLab and GitHub, and their commands run as CI would run them.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import judges

ORDER = """---
вид: приказ
название: О деле
номер: 5
дата: 01.02.2024
орган: Министерство
---

ПРИКАЗЫВАЮ:

1. Утвердить Положение в„– 1.

3. Контроль\tоставляю за собой <b>лично</b>, «100% ::error::» & ]]> \x01 {0} [тут](1).

4. Представить отчёт не позднее 30 марта 2024 г., 👍👍 а второй – не позднее 31 марта 2024 г.
"""


def acta(binary, *arguments, folder, status, env=None):
    run = subprocess.run([binary, *arguments], cwd=folder, capture_output=True, env=env)
    if run.returncode != status:
        sys.exit(f"acta {' '.join(arguments)}: {run.returncode}\n{run.stdout.decode()}\n{run.stderr.decode()}")
    return run.stdout


def reports(binary, folder):
    acts = folder / "акты и приказы"
    (acts / "а, б: в%").mkdir(parents=True)
    (acts / "а, б: в%" / "order.md").write_text(ORDER)
    (acts / "plain.md").write_bytes(b"\xef\xbb\xbf" + ORDER.replace("номер: 5\n", "").encode())
    (acts / "broken.md").write_bytes(b"---\n\xd0\xd0: \xff\n")
    (acts / "acta.yml").write_text("правила: {source/raw-html: заметка, source/mojibake: выключено}\n")
    files = {}
    for format in ["sarif", "junit", "codequality", "github"]:
        files[format] = folder / f"report.{format}"
        for extra in [[], ["--strict", "--lang", "en"]]:
            files[format].write_bytes(
                acta(binary, "check", acts.name, "--format", format, *extra, folder=folder, status=1))
            {"sarif": sarif, "junit": judges.junit, "codequality": judges.code_quality, "github": github}[format](
                files[format])
    # A report on nothing is a report.
    (folder / "пусто").mkdir()
    for format, judge in [("sarif", judges.sarif), ("junit", judges.junit), ("codequality", judges.code_quality)]:
        files[format].write_bytes(acta(binary, "check", "пусто", "--format", format, folder=folder, status=0))
        judge(files[format])


def sarif(path):
    judges.sarif(path)
    # The words at each place are those that the log says.
    run = json.loads(path.read_text())["runs"][0]
    for result in run["results"]:
        where = result["locations"][0]["physicalLocation"]
        region = where.get("region", {})
        if region.get("startLine") != region.get("endLine") or "snippet" not in region:
            continue
        file = path.parent / judges.unquote(where["artifactLocation"]["uri"])
        lines = file.read_bytes().decode(errors="replace").split("\n")
        words = lines[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]
        if "\N{REPLACEMENT CHARACTER}" not in words and words != region["snippet"]["text"]:
            sys.exit(f"{path}: «{words}» at the place of «{region['snippet']['text']}»")


def github(path):
    lines = path.read_bytes().decode().split("\n")
    if lines.pop() or not all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines):
        sys.exit(f"{path}: a line is no command")


def calendar(binary, folder, sources):
    path = folder / "deadlines.ics"
    path.write_bytes(acta(binary, "deadlines", str(sources), "--format", "ics", folder=folder, status=0))
    data = path.read_bytes()
    lines = data.split(b"\r\n")
    if b"\n" in data.replace(b"\r\n", b"") or any(len(line) > 75 for line in lines) or lines[-1]:
        sys.exit("deadlines.ics: lines are not folded or ended as RFC 5545 asks")
    for line in lines:
        line.decode()
    checker = folder / "ics_check"
    source = pathlib.Path(__file__).with_name("ics_check.c")
    judges.run("cc", "-o", checker, source, "-lical")
    # Required properties are enforced by method.
    published = folder / "published.ics"
    published.write_bytes(data.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n", 1))
    restricted = subprocess.run([checker, published], capture_output=True, text=True)
    unfolded = restricted.stdout.replace("\r", "").replace("\n ", "").splitlines()
    complaints = [line for line in unfolded if "X-LIC-ERROR" in line and "ORGANIZER" not in line]
    if complaints or "events" not in restricted.stdout:
        sys.exit(f"libical: {complaints or restricted}")
    judges.run(judges.python(), "-c", EXPAND, path)
    home = dict(os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"), XDG_DATA_HOME=str(folder / "data"))
    (folder / "config" / "khal").mkdir(parents=True)
    (folder / "config" / "khal" / "config").write_text(
        f"[calendars]\n[[acts]]\npath = {folder}/khal\ntype = calendar\n[locale]\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\nfirstweekday = 0\n[default]\ndefault_calendar = acts\n")
    (folder / "khal").mkdir()
    judges.run("khal", "import", "--batch", path, env=home)
    listed = judges.run("khal", "list", "2026-11-01", "400d", env=home)
    if listed.count("\n") < 20:
        sys.exit(f"khal lists too little:\n{listed}")


EXPAND = """
import datetime, sys
import icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
events = [c for c in calendar.walk('VEVENT')]
assert events and all(not e.errors and {'UID', 'DTSTAMP', 'DTSTART'} <= set(e) for e in events)
uids = [str(e['UID']) for e in events]
assert len(set(uids)) == len(uids)
span = (datetime.date(2024, 1, 1), datetime.date(2029, 1, 1))
shown = recurring_ical_events.of(calendar).between(*span)
for event in events:
    if 'RRULE' in event:
        # The first day is one of the rule's own.
        first = event['DTSTART'].dt
        dates = [e['DTSTART'].dt for e in shown if e['UID'] == event['UID']]
        assert first in dates and len(dates) > 1, (first, dates)
"""


def starter(binary, folder):
    """Runs the commands of both CI files in a repository that `acta init` has written."""
    repository = folder / "новый репозиторий"
    acta(binary, "init", str(repository), folder=folder, status=0)
    judges.run(judges.tool("check-jsonschema"), "--builtin-schema", "vendor.gitlab-ci", repository / ".gitlab-ci.yml")
    judges.run(
        judges.tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows",
        repository / ".github" / "workflows" / "acts.yml")
    judges.run("git", "init", "--quiet", repository)
    for name, steps in judges.commands(repository):
        for broken in [False, True]:
            shutil.rmtree(repository / ".acta", ignore_errors=True)
            order = next((repository / "acts").glob("*/order.md"))
            text = order.read_text()
            if broken:
                order.write_text(text.replace("\n4. ", "\n9. "))
            environment = dict(os.environ, ACTA=str(binary))
            statuses = [
                subprocess.run(["sh", "-e", "-c", step], cwd=repository, env=environment, capture_output=True).returncode
                for step in steps
            ]
            order.write_text(text)
            wanted = [1 if broken and (".ci/check" in step or " build " in step) else 0 for step in steps]
            if statuses != wanted:
                sys.exit(f"{name}: {list(zip(steps, statuses))}")
            if any(".ci/check" in step for step in steps):
                judges.sarif(repository / "acta.sarif")
                judges.junit(repository / "acta-junit.xml")
                issues = judges.code_quality(repository / "acta-codequality.json")
                if broken != any(issue["severity"] == "major" for issue in issues):
                    sys.exit(f"{name}: {issues}")
                paths = {issue["location"]["path"] for issue in issues}
                if not all((repository / path).exists() for path in paths):
                    sys.exit(f"{name}: {paths} are no paths from the root")
    source(binary, repository, folder)
    baseline(binary, repository)


def source(binary, repository, folder):
    """`.ci/get-acta` builds from a repository of sources, here one whose `make build` copies the binary."""
    sources = folder / "source"
    sources.mkdir()
    (sources / "Makefile").write_text(f"build:\n\tmkdir -p .build/release && cp {binary} .build/release/acta\n")
    for command in [["init", "--quiet", "-b", "main"], ["add", "."], ["commit", "--quiet", "-m", "Source"]]:
        judges.run("git", "-c", "user.name=a", "-c", "user.email=a@b", "-C", sources, *command)
    shutil.rmtree(repository / ".acta")
    plain = {"PATH": "/usr/bin:/bin", "HOME": str(folder)}
    none = subprocess.run(["sh", ".ci/get-acta"], cwd=repository, env=plain, capture_output=True)
    if none.returncode != 69 or "ACTA_SOURCE" not in none.stderr.decode():
        sys.exit(f"get-acta without a source: {none}")
    judges.run("sh", ".ci/get-acta", cwd=repository, env=dict(plain, ACTA_SOURCE=f"file://{sources}"))
    judges.run("sh", ".ci/check", cwd=repository, env=plain)


def baseline(binary, repository):
    """What is written down once is silent in CI from then on."""
    order = next((repository / "acts").glob("*/order.md"))
    order.write_text(order.read_text().replace("\n4. ", "\n9. "))
    acta(binary, "check", "acts", "--write-baseline", "acta-baseline.txt", folder=repository, status=0)
    judges.run("sh", ".ci/check", "--strict", cwd=repository)


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    judges.install()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ["reports", "calendar", "starter"]:
            (folder / part).mkdir()
        reports(binary, folder / "reports")
        calendar(binary, folder / "calendar", judges.ROOT / "acts")
        starter(binary, folder / "starter")
    print("SARIF, JUnit, Code Quality, GitHub, ICS и файлы acta init приняты всеми сверщиками")


if __name__ == "__main__":
    main()

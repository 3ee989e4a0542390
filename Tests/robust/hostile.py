"""Checks and builds hostile files of 1 MiB: each within 1 s and 300 MB, with a finding or a page.

python3 hostile.py ACTA [NAME…] [--seconds 1] [--megabytes 300] [--all]

Times mean something for a release build alone. Exit 1 where a bound is broken.
"""
import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 30


def run(arguments, folder):
    """Status, seconds of the clock, seconds of the processor, peak megabytes and bytes of what was said.

    A process of its own starts the command, since a child inherits the peak of the one that forks it.
    """
    with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
        told = subprocess.run([sys.executable, "-SE", __file__, "--run", *arguments], stdout=out, stderr=err, stdin=subprocess.DEVNULL,
                              pass_fds=(), env={**os.environ, "ACTA_TOLD": str(folder / "told")})
    if told.returncode:
        sys.exit((folder / "err").read_text())
    status, wall, processor, memory = (folder / "told").read_text().split()
    return int(status), float(wall), float(processor), float(memory), (folder / "out").stat().st_size


def run_here(arguments):
    begun = time.monotonic()
    process = subprocess.Popen(arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT)))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with open(os.environ["ACTA_TOLD"], "w") as told:
        print(process.returncode, time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, file=told)


def main():
    from hostile_kinds import kinds

    parser = argparse.ArgumentParser()
    parser.add_argument("acta")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--megabytes", type=float, default=300)
    parser.add_argument("--all", action="store_true", help="tell of every kind, not only of those that break a bound")
    arguments = parser.parse_args()
    acta = str(Path(arguments.acta).resolve())
    broken, count, worst = [], 0, {"check": (0, ""), "build": (0, ""), "memory": (0, "")}
    for name, files in kinds():
        if arguments.names and name not in arguments.names:
            continue
        count += 1
        with tempfile.TemporaryDirectory(prefix="acta-hostile-") as place:
            folder = Path(place)
            acts = folder / "acts"
            acts.mkdir()
            for path, data in files.items():
                (acts / path).write_bytes(data)
            told = []
            checked = run([acta, "check", str(acts), "--as-of", "2026-06-01"], folder)
            built = run([acta, "build", str(acts), "--output", str(folder / "output"), "--formats", "html,txt,json",
                         "--as-of", "2026-06-01"], folder)
            for word, (status, wall, processor, memory, _) in (("check", checked), ("build", built)):
                # A busy machine lengthens the clock's time, several threads the processor's.
                seconds = min(wall, processor)
                worst[word] = max(worst[word], (seconds, name))
                worst["memory"] = max(worst["memory"], (memory, name))
                if status not in (0, 1):
                    told.append(f"{word}: статус {status}")
                if seconds > arguments.seconds:
                    told.append(f"{word}: {seconds:.2f} с")
                if memory > arguments.megabytes:
                    told.append(f"{word}: {memory:.0f} МБ")
            pages = list((folder / "output").glob("*/index.html")) + list((folder / "output").glob("order/index.html"))
            if not pages and not checked[4]:
                told.append("ни замечания, ни страницы")
            if told:
                broken.append(name)
            if told or arguments.all:
                print(f"{name:28} check {checked[2]:6.2f} с {checked[3]:5.0f} МБ  build {built[2]:6.2f} с {built[3]:5.0f} МБ  "
                      + "; ".join(told), flush=True)
    print(f"Видов {count}, за пределами {len(broken)}; дольше всех check {worst['check'][0]:.2f} с ({worst['check'][1]}), "
          f"build {worst['build'][0]:.2f} с ({worst['build'][1]}), память {worst['memory'][0]:.0f} МБ ({worst['memory'][1]})")
    sys.exit(1 if broken else 0)


if sys.argv[1:2] == ["--run"]:
    run_here(sys.argv[2:])
else:
    main()

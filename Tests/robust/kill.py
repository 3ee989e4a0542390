"""Kills builds at random moments, and lets the disk run full; then looks whether anything was lost.

python3 kill.py ACTA [--kills 200] [--full 50] [--signals 20] [--acts 300] [--seed 1] [--formats html,txt,json]

After each death: every file of the folder is as the manifest of the build before or of this one says, none of both is
missing, nothing else lies there but the lock and what is aside, the manifest is one of the two, no source has changed;
the next build succeeds and gives what a build in peace gives. Needs root, or user namespaces, for the small tmpfs.
"""
import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ACTS = Path(__file__).resolve().parents[2] / "acts"
OWN = (".acta.lock", ".acta-aside")


class Lost(Exception):
    pass


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tree(folder):
    """Every file below a folder with its digest, links not followed."""
    return {
        str(path.relative_to(folder)): digest(path)
        for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()
    }


def manifest(bytes_):
    return {file["path"]: file["sha256"] for file in json.loads(bytes_)["files"]} if bytes_ else {}


def make_corpus(folder, count, state):
    """Copies of the project's acts under their own names; the states differ in words, in length and in which acts there are."""
    shutil.rmtree(folder, ignore_errors=True)
    samples = sorted(path for path in ACTS.iterdir() if path.is_dir())
    folder.mkdir(parents=True)
    for index in range(count):
        # A tenth of the acts stands in one state only.
        if index % 10 == state:
            continue
        sample = samples[index % len(samples)]
        target = folder / f"{2000 + index % 25}-{index}-{sample.name.split('-', 1)[1]}"
        shutil.copytree(sample, target)
        for path in target.glob("*.md"):
            if state and index % 3:
                text = path.read_text()
                path.write_text(text + "\n\nРедакция вторая, с добавлением. " * (1 + index % 40) + "\n")


def build(acta, acts, output, formats, **options):
    return subprocess.Popen(
        [acta, "build", str(acts), "--output", str(output), "--formats", formats, "--as-of", "2026-06-01"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)


def finish(process, allowed=(0, 1)):
    _, err = process.communicate(timeout=300)
    if process.returncode not in allowed:
        raise Lost(f"статус {process.returncode}: {err.decode()[-400:]}")
    return process.returncode, err.decode()


class Trial:
    """Two states of a repository, what each is built to, and a folder that goes from one to the other."""

    def __init__(self, arguments, work):
        self.acta, self.formats = arguments.acta, arguments.formats
        self.acts = [work / "first", work / "second"]
        self.peace = []
        self.took = []
        for state, acts in enumerate(self.acts):
            make_corpus(acts, arguments.acts, state)
            output = work / f"peace{state}"
            begun = time.monotonic()
            finish(build(self.acta, acts, output, self.formats))
            self.took.append(time.monotonic() - begun)
            self.peace.append(tree(output))
        self.sources = [tree(acts) for acts in self.acts]
        self.manifests = [(work / f"peace{state}/manifest.json").read_bytes() for state in (0, 1)]
        self.sizes = [
            sum((work / f"peace{state}" / path).stat().st_size for path in self.peace[state]) for state in (0, 1)]

    def start(self, state, output, **options):
        return build(self.acta, self.acts[state], output, self.formats, **options)

    def check(self, output, state, old):
        """Raises where anything was lost on the way to a state from a folder that was whole before."""
        if tree(self.acts[state]) != self.sources[state]:
            raise Lost("исходники изменились")
        found = tree(output)
        new = self.peace[state]
        told = found.pop("manifest.json", None)
        if told not in (old.get("manifest.json"), new["manifest.json"]):
            raise Lost("manifest.json не прежний и не новый")
        aside = [path for path in found if path.split("/")[0] in OWN]
        halves = 0
        for path in aside:
            if found.pop(path) not in new.values() and not path.endswith(".lock"):
                halves += 1
        for path, got in found.items():
            if got not in (old.get(path), new.get(path)):
                raise Lost(f"{path}: не прежний и не новый")
        for path in set(old) & set(new) - set(found) - {"manifest.json"}:
            raise Lost(f"{path}: пропал")
        return len(found), len(aside), halves

    def settle(self, output, state):
        """The next build: it succeeds, and the folder is as one built in peace."""
        finish(self.start(state, output))
        found, peace = tree(output), self.peace[state]
        if found != peace:
            paths = sorted(path for path in set(found) | set(peace) if found.get(path) != peace.get(path))
            raise Lost(f"следующая сборка дала другое: {len(paths)}, {paths[:5]}")
        held = subprocess.run([self.acta, "verify", str(output)], capture_output=True)
        if held.returncode != 0:
            raise Lost("acta verify: " + held.stdout.decode()[:400])


def killed(trial, work, count, chance, signals):
    """Builds that die of a signal at a random moment."""
    output = work / "output"
    shutil.rmtree(output, ignore_errors=True)
    trial.settle(output, 0)
    died = mixed = asides = halves = 0
    for index in range(count):
        state = (index + 1) % 2
        old = tree(output)
        process = trial.start(state, output)
        # Half of them late, when files are written.
        span = trial.took[state]
        time.sleep(chance.uniform(0, span) if index % 2 else chance.uniform(span * 0.3, span))
        process.send_signal(chance.choice(signals))
        process.communicate()
        died += process.returncode < 0
        _, aside, half = trial.check(output, state, old)
        found = tree(output)
        new = trial.peace[state]
        changed = [path for path in found if found[path] == new.get(path) != old.get(path)]
        mixed += 0 < len(changed) < sum(new[path] != old.get(path) for path in new)
        if signal.SIGKILL not in signals and aside:
            raise Lost(f"после сигнала осталось: {aside}")
        asides, halves = asides + (aside > 1), halves + half
        trial.settle(output, state)
    return f"{count} сборок: умерло {died}, посреди записи {mixed}; осталось в стороне файлов {asides}, неполных {halves}"


def filled(trial, work, count, chance):
    """Builds on a file system that fills up."""
    place = work / "small"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1g", "tmpfs", str(place)], check=True)
    try:
        output = place / "output"
        trial.settle(output, 0)
        refused = mixed = 0
        for index in range(count):
            state = (index + 1) % 2
            old = tree(output)
            used = shutil.disk_usage(place).used
            growth = max(1 << 16, trial.sizes[1] - trial.sizes[0])
            room = used + chance.randrange(0, growth + growth // 8)
            subprocess.run(["mount", "-o", f"remount,size={room}", str(place)], check=True)
            status, err = finish(trial.start(state, output), (0, 1, 74))
            if status == 74:
                refused += 1
                if "кончилось место" not in err:
                    raise Lost("не сказано, что кончилось место: " + err[-400:])
            _, aside, _ = trial.check(output, state, old)
            if aside:
                raise Lost("после отказа осталось лишнее")
            found = tree(output)
            mixed += any(found.get(path) == got != old.get(path) for path, got in trial.peace[state].items()) and status == 74
            subprocess.run(["mount", "-o", "remount,size=1g", str(place)], check=True)
            trial.settle(output, state)
        return f"{count} сборок: места не хватило {refused}, из них посреди записи {mixed}"
    finally:
        subprocess.run(["umount", str(place)], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("acta", type=lambda path: str(Path(path).resolve()))
    for name, value in (("kills", 200), ("full", 50), ("signals", 20), ("acts", 300), ("seed", 1)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--formats", default="html,txt,json")
    arguments = parser.parse_args()
    if arguments.full and os.geteuid() != 0 and "ACTA_NAMESPACE" not in os.environ:
        os.environ["ACTA_NAMESPACE"] = "1"
        os.execvp("unshare", ["unshare", "--map-root-user", "--mount", sys.executable, "-B", *sys.argv])
    chance = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory(prefix="acta-kill-") as folder:
        work = Path(folder)
        trial = Trial(arguments, work)
        print(f"Актов {arguments.acts}, файлов {len(trial.peace[0])} и {len(trial.peace[1])}, "
              f"сборка {trial.took[0]:.2f} и {trial.took[1]:.2f} с, {trial.sizes[0] >> 10} и {trial.sizes[1] >> 10} КиБ", flush=True)
        try:
            print("SIGKILL:", killed(trial, work, arguments.kills, chance, [signal.SIGKILL]), flush=True)
            if arguments.signals:
                print("SIGINT, SIGTERM:", killed(
                    trial, work, arguments.signals, chance, [signal.SIGINT, signal.SIGTERM]), flush=True)
            if arguments.full:
                print("Полный диск:", filled(trial, work, arguments.full, chance), flush=True)
        except Lost as lost:
            sys.exit(f"ПОТЕРЯ: {lost}")


main()

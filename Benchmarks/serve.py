#!/usr/bin/env python3
"""How long it takes from a saved file to the new page: saves, polls, prints milliseconds.

    serve.py ACTA FOLDER [--times 20] [--port 8177]

FOLDER is copied first. Each time another order gets a sentence of its own; the page is asked for it every millisecond.
"""

import argparse
import http.client
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path


def get(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("acta")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--port", type=int, default=8177)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        acts = Path(scratch) / "acts"
        shutil.copytree(arguments.folder, acts)
        orders = sorted(acts.rglob("order.md"))
        server = subprocess.Popen(
            [str(Path(arguments.acta).resolve()), "serve", acts, "--port", str(arguments.port)], cwd=scratch,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            print(server.stdout.readline().strip())
            took = []
            for number in range(arguments.times):
                order = orders[number * 7 % len(orders)]
                page = "/" + str(order.parent.relative_to(acts)) + "/"
                mark = f"Проверочное предложение № {number}."
                text = order.read_text() + f"\n{mark}\n"
                time.sleep(0.05 if number % 2 else 1)
                start = time.perf_counter()
                order.write_text(text)
                while mark not in get(arguments.port, page):
                    if time.perf_counter() - start > 20:
                        raise SystemExit(f"{page}: the new page did not come")
                    time.sleep(0.001)
                took.append((time.perf_counter() - start) * 1000)
            print(f"{len(orders)} acts: median {statistics.median(took):.0f} ms, "
                  f"most {max(took):.0f} ms, least {min(took):.0f} ms")
        finally:
            server.kill()


if __name__ == "__main__":
    main()

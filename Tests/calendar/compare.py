#!/usr/bin/env python3
"""Holds `acta read calendar` against the package `holidays`, day by day, 2020 to 2027.

usage: compare.py [--acta PATH] [--freeze FILE]

With --freeze the days that differ from the plain week are written to FILE, which the Swift tests read, and acta is
not run. Needs `pip install holidays==0.109`.
"""
import argparse, datetime, importlib.metadata, json, random, subprocess, sys

YEARS = range(2020, 2028)


def days():
    """All days of the years, each with whether it is worked."""
    import holidays
    russia = holidays.Russia(years=YEARS)
    day = datetime.date(YEARS[0], 1, 1)
    while day.year in YEARS:
        yield day, russia.is_working_day(day)
        day += datetime.timedelta(days=1)


def ask(acta, questions):
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    run = subprocess.run([acta, "read", "calendar"], input=asked, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"acta read calendar: exit {run.returncode}\n{run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def count(working, start, number):
    """The day that is `number` working days after `start`, or None where the data end."""
    step = datetime.timedelta(days=1 if number > 0 else -1)
    while number:
        start += step
        if start not in working:
            return None
        number -= working[start] * (1 if number > 0 else -1)
    return start


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--acta", default=".build/debug/acta")
    args.add_argument("--freeze")
    args = args.parse_args()
    working = dict(days())
    if args.freeze:
        with open(args.freeze, "w") as file:
            file.write(f"# holidays {importlib.metadata.version('holidays')}, Russia, {YEARS[0]}-{YEARS[-1]}: "
                       "weekdays off and weekends worked\n")
            for day, is_working in working.items():
                if is_working != (day.weekday() < 5):
                    file.write(f"{day} {'working' if is_working else 'off'}\n")
        return

    misses = []
    answers = ask(args.acta, [{"date": str(day)} for day in working])
    for (day, is_working), answer in zip(working.items(), answers, strict=True):
        if answer.get("working") is not is_working:
            misses.append(f"{day}: {answer}, expected working={is_working}")

    random.seed(1)
    questions = [(random.choice(list(working)), random.choice([-1, 1]) * random.randint(1, 60)) for _ in range(4000)]
    answers = ask(args.acta, [{"from": str(day), "workingDays": number} for day, number in questions])
    for (day, number), answer in zip(questions, answers, strict=True):
        expected = count(working, day, number)
        if answer.get("date") != (str(expected) if expected else None):
            misses.append(f"{number} working days from {day}: {answer}, expected {expected}")

    print(f"{len(working)} days and {len(questions)} terms compared, {len(misses)} differ")
    for miss in misses[:40]:
        print(f"  {miss}")
    sys.exit(1 if misses else 0)


if __name__ == "__main__":
    main()

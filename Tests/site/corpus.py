"""Makes a folder of many acts whose words are as common and as rare as those of a real language.

    corpus.py FOLDER COUNT [SEED]

Every act is an order with an appendix, some six kilobytes of text in all.
"""

import bisect
import itertools
import random
import sys
from pathlib import Path

VOCABULARY = Path("/usr/share/snowball/data/russian/voc.txt")
COMMON = """в и по на с о не для от настоящего приказа порядка положения рабочей группы проектного офиса заседания
министерства органа власти сведений документов решения срок представить утвердить обеспечить организации области
государственных информационных обращений граждан ответственный руководитель соответствии дней рабочих после""".split()


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    words = [word for word in VOCABULARY.read_text().split() if len(word) > 3]
    chance.shuffle(words)
    words = COMMON + words
    # Zipf: a word's share falls with its rank.
    shares = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))

    def sentence():
        chosen = [words[bisect.bisect(shares, chance.random() * shares[-1])]
                  for _ in range(chance.randint(9, 24))]
        return " ".join(chosen).capitalize() + "."

    for number in range(count):
        place = folder / f"{2015 + number % 10}" / f"akt-{number}"
        place.mkdir(parents=True, exist_ok=True)
        date = f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{2015 + number % 10}"
        points = [f"{point}. {sentence()}\n" for point in range(1, 9)]
        (place / "order.md").write_text(
            f"---\nвид: приказ\nназвание: О {sentence()[:-1].lower()}\nномер: {number}-од\nдата: {date}\n"
            f"орган: Орган {number % 40}\nстатус: действует\nприложения: [poryadok.md]\n---\n\n"
            "ПРИКАЗЫВАЮ:\n\n" + "\n".join(points))
        points = [f"{point}. {sentence()} {sentence()}\n" for point in range(1, 10)]
        (place / "poryadok.md").write_text(
            f"---\nвид: порядок\nназвание: Порядок {sentence()[:-1].lower()}\n---\n\n" + "\n".join(points))
    (folder / "acta.yml").write_text("сайт: {название: Много актов, адрес: 'https://akty.example'}\n")


if __name__ == "__main__":
    main()

"""Parts Russian words by pyphen, another reading of Liang's method: words in, one a line, syllables out.

pip install pyphen; cat acts/*/*.md | python3 Tests/Oracles/pyphen_words.py > Tests/Golden/syllables.txt
"""

import re
import sys

import pyphen

PATTERNS = "/usr/share/hyphen/hyph_ru_RU.dic"

# Whole words of the dictionary, which pyphen takes for patterns.
whole = set()
inside = False
for line in open(PATTERNS, encoding="koi8-r"):
    line = line.strip()
    if line.startswith("\\hyphenation{"):
        inside = True
    elif inside:
        whole.add(line.replace("-", ""))

judge = pyphen.Pyphen(filename=PATTERNS, left=2, right=2)
words = sorted(set(re.findall(r"[а-яё]{5,}", sys.stdin.read().lower())) - whole)
for word in words[:: max(1, len(words) // 600)]:
    print(judge.inserted(word, "-"))

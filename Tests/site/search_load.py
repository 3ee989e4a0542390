"""What a query loads: `search_load.py SITE [LIMIT]` asks the search of a built site for made queries and adds up the bytes.

Queries are of one to three words, from the most common to rare ones. Exit status 1 where one loads more than LIMIT.
"""

import random
import sys
from pathlib import Path

import corpus
from site_folder import Site


def main() -> int:
    folder = Path(sys.argv[1]).resolve()
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 300_000
    chance = random.Random(7)
    common = [word for word in corpus.COMMON if len(word) > 3]
    rare = [word for word in corpus.VOCABULARY.read_text().split() if len(word) > 5]
    queries = [" ".join(chance.sample(common, count)) for count in (1, 2, 3) for _ in range(6)]
    queries += [" ".join(chance.sample(rare, 1) + chance.sample(common, count)) for count in (0, 1, 2)
                for _ in range(4)]
    queries += ["приказ", "777-од", "пре", "при", "5", "приказа порядка положения"]
    index = sum(path.stat().st_size for path in folder.glob("search/*"))
    files = len(list(folder.glob("search/*")))
    print(f"index: {index / 1e6:.1f} MB in {files} files, "
          f"of which keys {sum(path.stat().st_size for path in folder.glob('search/k*')) / 1e6:.1f} MB")
    worst = 0
    with Site(folder, folder, folder, folder) as site:
        for query in queries:
            page = site.page("search.html?q=" + query, base=site.file)
            page.wait_for_selector(".found, #status:not(:empty)")
            page.wait_for_timeout(600)
            loaded = page.evaluate(
                "[...document.querySelectorAll('script, link[rel=stylesheet]')].map(one => one.src || one.href)")
            size = (folder / "search.html").stat().st_size + sum(
                (folder / address.removeprefix(site.file)).stat().st_size for address in loaded)
            worst = max(worst, size)
            print(f"{size / 1000:7.1f} KB  {len(loaded):3} files  «{query}»  {page.text_content('#status')}")
            page.context.close()
    print(f"at most {worst / 1000:.1f} KB")
    return worst > limit


if __name__ == "__main__":
    sys.exit(main())

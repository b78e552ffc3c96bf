"""What is handed out: a wheel with all it needs and nothing else, which works alone and without a network."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from subprocess import CompletedProcess

import pytest

from sopcurric.version import __version__

Program = Callable[..., CompletedProcess[str]]

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
NOWHERE = "http://127.0.0.1:9"
ALONE = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NOWHERE)
"""Whoever asks the network for something is refused at once."""
LEFT_OUT = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "build", ".git", "node_modules"}


def run(*command: str | Path, cwd: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**environment, **ALONE}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def below(folder: Path) -> set[str]:
    """Files of the checkout that should travel."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if not LEFT_OUT & set(path.parts)}


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, with what work leaves behind in them."""
    copy = tmp_path_factory.mktemp("checkout") / "sopcurric"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT, ".venv", "demo", "dist", ".coverage*"))
    for left in ("src/sopcurric/__pycache__/x.pyc", "src/sopcurric/.mypy_cache/x.db", "examples/minimal/build/x.html"):
        (copy / left).parent.mkdir(parents=True)
        (copy / left).write_text("left behind", encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, environment: Mapping[str, str]) -> Path:
    build = (sys.executable, "-m", "build", "--no-isolation")
    run(*build, "--wheel", "--outdir", checkout / "dist", cwd=checkout, environment=environment)
    (made,) = (checkout / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory, environment: Mapping[str, str]) -> Path:
    target = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    run(*pip, "--target", target, wheel, cwd=target, environment=environment)
    return target


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path) -> None:
    assert wheel.name == f"sopcurric-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not PurePosixPath(name).parts[0].endswith(".dist-info")}
        described = {name.split("/", 1)[1] for name in archive.namelist() if ".dist-info/" in name}
    expected = {f"sopcurric/{name}" for name in below(ROOT / "src" / "sopcurric")}
    for kind in ("templates", "schemas", "examples"):
        expected |= {f"sopcurric/_data/{kind}/{name}" for name in below(ROOT / kind)}
    assert held == expected
    assert held > {
        "sopcurric/py.typed",
        "sopcurric/io/fonts/OFL.txt",
        "sopcurric/io/fonts/NotoSansSC-Regular.otf",
        "sopcurric/io/fonts/NotoSerifSC-Regular.otf",
        "sopcurric/io/profiles/moe-2019-higher-vocational-3y.yaml",
        "sopcurric/io/defaults/programme.yaml",
        "sopcurric/io/scaffold/both/dot-vscode/settings.json",
        "sopcurric/io/scaffold/zh/dot-github/workflows/curriculum.yml",
        "sopcurric/_data/schemas/sop.schema.json",
        "sopcurric/_data/schemas/zh/sop.schema.json",
        "sopcurric/_data/examples/alumina-refinery/sopcurric.yaml",
    }
    assert described == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
        "licenses/src/sopcurric/io/fonts/OFL.txt",
    }


def test_the_wheel_works_alone(program: Program, installed: Path, tmp_path: Path) -> None:
    """New, check and build outside the checkout; what is built is what the checkout builds, to the byte."""
    where = "import sopcurric; print(sopcurric.__file__)"
    alone = {**ALONE, "PYTHONPATH": str(installed), "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert Path(program(cwd=tmp_path, python=("-c", where), **alone).stdout.strip()).is_relative_to(installed)
    assert not Path(program(cwd=tmp_path, python=("-c", where)).stdout.strip()).is_relative_to(installed)
    before = contents(installed)
    for name in ("minimal", "minimal-en"):
        plant = tmp_path / name
        assert program("new", plant, "--example", name, cwd=tmp_path, **alone).returncode == 0
        assert program("check", "-C", plant, cwd=tmp_path, **alone).returncode == 0
        assert program("build", "-C", plant, cwd=tmp_path, **alone).returncode == 0
        assert program("build", "-C", plant, "--out", tmp_path / f"{name}-checkout").returncode == 0
        built = contents(plant / "build")
        assert {name.split("/")[1] for name in built if "/" in name} >= {"html", "markdown", "pdf"}
        assert built == contents(tmp_path / f"{name}-checkout")
    assert contents(installed) == before


def test_the_command_is_installed(installed: Path) -> None:
    scripts = installed / ("Scripts" if os.name == "nt" else "bin")
    assert [path.stem for path in scripts.iterdir()] == ["sopcurric"]


def test_the_source_archive_builds_the_same_wheel(
    wheel: Path, checkout: Path, tmp_path: Path, environment: Mapping[str, str]
) -> None:
    build = (sys.executable, "-m", "build", "--no-isolation")
    run(*build, "--sdist", "--outdir", tmp_path, cwd=checkout, environment=environment)
    (archive,) = tmp_path.glob("*.tar.gz")
    shutil.unpack_archive(archive, tmp_path / "unpacked", filter="data")
    (folder,) = (tmp_path / "unpacked").iterdir()
    run(*build, "--wheel", "--outdir", tmp_path, cwd=folder, environment=environment)
    (again,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(again) as second:
        assert {one.filename: one.CRC for one in first.infolist()} == {
            one.filename: one.CRC for one in second.infolist()
        }
    shipped = {path.name for path in folder.iterdir()}
    assert shipped >= {"src", "templates", "schemas", "examples", "tests", "README.md", "LICENSE", "Makefile"}
    assert not any(LEFT_OUT & set(path.parts) for path in folder.rglob("*") if path.is_file())

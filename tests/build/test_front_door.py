"""`python3 tasks.py` as its users meet it: real processes in a copy of the work tree that was never set up.

What the door opens to is not under test here, so the copy's build and check are doubles that tell what reached them.
"""

import ast
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = ("tasks.py", "requirements.txt", "requirements-test.txt", "package.json", "package-lock.json", ".npmrc")
TASKS = ("bench", "build", "check", "clean", "docs", "golden", "icons", "preview", "screenshots", "serve", "test")

BUILD = '''
import json, sys, time
from pathlib import Path

def build(content: Path, output: Path, now, strict, publish=False):
    """Ends with the code in content/code; writes a page that tells what it was given."""
    wanted = content / "code"
    if (content / "sleep").exists():
        print("asleep", file=sys.stderr, flush=True)
        time.sleep(60)
    if wanted.exists():
        print("a problem", file=sys.stderr)
        return int(wanted.read_text())
    output.mkdir(parents=True, exist_ok=True)
    (output / ".built-site").touch()
    told = {"content": str(content), "output": str(output), "now": now, "strict": strict, "prefix": sys.prefix}
    told["files"] = sorted(file.name for file in content.iterdir())
    (output / "index.html").write_text(json.dumps(told))
    return 0
'''

PREVIEWED = """
from newsroom.build import build
from newsroom.live.outcome import Outcome

def rebuild(job):
    return Outcome(build(job.content, job.site, job.now, False))
"""

CHECK = '''
import json

def check(content, now, strict, form):
    """Prints what it was given; ends with the code in content/code."""
    print(json.dumps({"content": str(content), "now": now, "strict": strict, "form": form}))
    wanted = content / "code"
    return int(wanted.read_text()) if wanted.exists() else 0
'''


def copy_tree(target: Path) -> Path:
    """What git would give of the front door, with the doubles and an empty content/."""
    target.mkdir(parents=True)
    for name in FILES:
        shutil.copy(ROOT / name, target)
    shutil.copytree(ROOT / "plugins", target / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    (target / "plugins" / "newsroom" / "build.py").write_text(BUILD, encoding="utf-8")
    (target / "plugins" / "newsroom" / "live" / "building.py").write_text(PREVIEWED, encoding="utf-8")
    (target / "plugins" / "newsroom" / "check.py").write_text(CHECK, encoding="utf-8")
    (target / "content").mkdir()
    return target


def start(*command: object, cwd: Path, environ: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(environ or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, err = process.communicate(timeout=300)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.fixture(scope="module")
def first_starts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[subprocess.CompletedProcess[str]]]:
    """A fresh copy, and how two first starts at once ended in it."""
    tree = copy_tree(tmp_path_factory.mktemp("door") / "cây nguồn")
    both = [start(sys.executable, "tasks.py", "--list", cwd=tree) for _ in range(2)]
    return tree, [finish(process) for process in both]


@pytest.fixture(scope="module")
def ready(first_starts: tuple[Path, list[subprocess.CompletedProcess[str]]]) -> Path:
    """The copy with its environment."""
    return first_starts[0]


@pytest.fixture
def tree(ready: Path) -> Iterator[Path]:
    """The copy, set up, without what the test before left in it."""
    for name in ("content", "output", "elsewhere"):
        shutil.rmtree(ready / name, ignore_errors=True)
    shutil.rmtree(ready / ".cache" / "preview", ignore_errors=True)
    (ready / "content").mkdir()
    (ready / "elsewhere").mkdir()
    yield ready


def run(tree: Path, *arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return finish(start(sys.executable, tree / "tasks.py", *arguments, cwd=cwd or tree))


def told(output: Path) -> dict[str, object]:
    """What the double of the build was given."""
    page: dict[str, object] = json.loads((output / "index.html").read_text(encoding="utf-8"))
    return page


def test_two_first_starts_at_once_both_end_well(
    first_starts: tuple[Path, list[subprocess.CompletedProcess[str]]],
) -> None:
    """One sets up, the other waits for it and says so; both then do what they were asked for."""
    tree, ends = first_starts
    assert [end.returncode for end in ends] == [0, 0], ends
    assert ends[0].stdout == ends[1].stdout
    said = sorted((end.stderr for end in ends), key=len)
    assert said[0].startswith("Một lần cài đặt khác đang chạy") and said[0].count("\n") == 1
    assert said[1].startswith("Dựng môi trường") and said[1].endswith("Môi trường đã sẵn sàng.\n")
    assert not (tree / ".cache" / "setup.lock").exists()


def test_the_set_up_says_nothing_on_stdout_and_nothing_in_english(
    first_starts: tuple[Path, list[subprocess.CompletedProcess[str]]],
) -> None:
    """stdout is the task's; pip's and npm's chatter is nobody's."""
    for end in first_starts[1]:
        assert "môi trường" not in end.stdout.split("\n\n")[0]
        assert "WARNING" not in end.stderr and "npm " not in end.stderr


@pytest.mark.parametrize("arguments", [(), ("--list",)])
def test_every_task_has_one_line_in_the_list(tree: Path, arguments: tuple[str, ...]) -> None:
    """The bare command lists them too, and is no misuse."""
    end = run(tree, *arguments)
    assert (end.returncode, end.stderr) == (0, "")
    lines = [line.split(maxsplit=1) for line in end.stdout.splitlines() if line.startswith("  ")]
    assert [line[0] for line in lines] == list(TASKS)
    assert all(len(line) == 2 for line in lines)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["bild"], "Ý bạn là “build”?"),
        (["build", "--contnt", "x"], "Ý bạn là “--content”?"),
        (["--nothing"], "“--nothing”"),
        (["build", "--content"], "“--content” cần một giá trị"),
        (["build", "more"], "“more”"),
        (["build", "-c", "content"], "“-c”"),
        (["build", "--content", "missing"], "--content: không có thư mục"),
        (["check", "--content", "tasks.py"], "không phải là thư mục"),
        (["build", "--output", "tasks.py"], "--output"),
        (["serve", "--port", "http"], "--port: “http”"),
        (["check", "--format", "xml"], "text, github, json"),
    ],
)
def test_misuse_ends_with_2_and_a_message_in_vietnamese(tree: Path, arguments: list[str], named: str) -> None:
    """On stderr; stdout stays empty and nothing is built."""
    end = run(tree, *arguments)
    assert (end.returncode, end.stdout) == (2, "")
    assert named in end.stderr and "Traceback" not in end.stderr
    assert not (tree / "output").exists()


@pytest.mark.parametrize("code", [0, 1, 2])
@pytest.mark.parametrize("task", ["build", "check"])
def test_the_exit_code_is_the_tasks(tree: Path, task: str, code: int) -> None:
    """0 clean, 1 problems, 2 what the build itself refuses."""
    if code:
        (tree / "content" / "code").write_text(str(code), encoding="utf-8")
    assert run(tree, task).returncode == code


def test_build_passes_its_flags_on(tree: Path) -> None:
    """Folders default to the work tree's, the others to nothing; a relative folder is meant from where one stands."""
    assert run(tree, "build", cwd=tree / "elsewhere").returncode == 0
    plain = {"content": str(tree / "content"), "output": str(tree / "output"), "now": None, "strict": False}
    assert told(tree / "output").items() >= plain.items()
    (tree / "elsewhere" / "nội dung").mkdir()
    flags = ["--content", "nội dung", "--output=../elsewhere/out", "--now", "2022-08-05T10:00", "--strict"]
    assert run(tree, "build", *flags, cwd=tree / "elsewhere").returncode == 0
    here = tree / "elsewhere"
    asked = {"content": str(here / "nội dung"), "output": str(here / "out"), "now": "2022-08-05T10:00", "strict": True}
    assert told(here / "out").items() >= asked.items()


@pytest.fixture
def whole(tree: Path) -> Iterator[Path]:
    """The copy with the real build, and all that one needs."""
    for name in ("pelicanconf.py", "publishconf.py", "plugins/newsroom/build.py"):
        shutil.copy(ROOT / name, tree / name)
    shutil.copytree(ROOT / "theme", tree / "theme")
    shutil.copytree(ROOT / "tests/sites/base/content", tree / "content", dirs_exist_ok=True)
    yield tree
    (tree / "plugins" / "newsroom" / "build.py").write_text(BUILD, encoding="utf-8")
    shutil.rmtree(tree / "theme")
    shutil.rmtree(tree / ".cache" / "site", ignore_errors=True)


def published(tree: Path, siteurl: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, tree / "tasks.py", "build", "--publish", "--now", "2022-09-01T08:00")
    return finish(start(*command, cwd=tree, environ={"SITEURL": siteurl}))


def test_build_publishes(whole: Path) -> None:
    """The whole way: with SITEURL feeds carry it; without, exit 2, what to set, and the site that stood stays."""
    post = (whole / "content/news/2022/lop-uom-cay.md").read_text(encoding="utf-8")
    draft = post.replace("---", "---\nstatus: draft", 1)
    (whole / "content/news/2022/nhap.md").write_text(draft, encoding="utf-8")
    end = published(whole, "https://thu.example/sub")
    assert (end.returncode, end.stdout) == (0, ""), end.stderr
    feed = (whole / "output/atom.xml").read_text(encoding="utf-8")
    assert 'href="https://thu.example/sub/tin/2022/lop-uom-cay/"' in feed
    assert not (whole / "output/tin/2022/nhap").exists()
    before = (whole / "output/index.html").stat().st_mtime_ns
    end = published(whole, "")
    assert (end.returncode, end.stdout) == (2, "")
    assert "SITEURL=https://" in end.stderr
    assert (whole / "output/index.html").stat().st_mtime_ns == before


def test_check_reports_on_stdout(tree: Path) -> None:
    """Its flags reach it; stderr stays empty."""
    end = run(tree, "check", "--now", "2022-08-05", "--strict", "--format", "json")
    asked = {"content": str(tree / "content"), "now": "2022-08-05", "strict": True, "form": "json"}
    assert (json.loads(end.stdout), end.stderr) == (asked, "")


@pytest.mark.parametrize("module", [[sys.executable, "-m", "invoke"], ["invoke"]])
def test_an_invoke_from_outside_works_inside(tree: Path, module: list[str]) -> None:
    """Found from a folder below, as invoke does; the tasks run in the project's environment."""
    program = shutil.which("invoke", path=str(Path(sys.executable).parent)) if module == ["invoke"] else None
    end = finish(start(*([program] if program else module), "build", "--strict", cwd=tree / "elsewhere"))
    assert end.returncode == 0, end.stderr
    page = told(tree / "output")
    assert (page["strict"], page["prefix"]) == (True, str(tree / ".venv"))


def test_the_environments_own_invoke_works(tree: Path) -> None:
    """Nothing is set up again."""
    end = finish(start(tree / ".venv" / "bin" / "python", "-m", "invoke", "build", cwd=tree))
    assert (end.returncode, end.stderr) == (0, "")


def test_a_mere_import_runs_nothing(tree: Path) -> None:
    """A tool that looks at tasks.py is not replaced by another program."""
    end = finish(start(sys.executable, "-c", "import tasks; print('still here')", cwd=tree))
    assert (end.stdout, end.returncode) == ("still here\n", 0)


@pytest.mark.parametrize("locale", ["C", "POSIX", "vi_VN.TCVN-5712"])
def test_messages_are_utf_8_in_every_locale(tree: Path, locale: str) -> None:
    """Also where the machine's locale has no Vietnamese letters, or none of that name exists."""
    environ = {"LC_ALL": locale, "LANG": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    end = finish(start(sys.executable, "tasks.py", "bild", cwd=tree, environ=environ))
    assert (end.returncode, end.stderr.splitlines()[0]) == (
        2,
        "Không có việc hay tuỳ chọn nào tên là “bild”. Ý bạn là “build”?",
    )


def test_ctrl_c_ends_a_build_with_130(tree: Path) -> None:
    """Without a traceback."""
    (tree / "content" / "sleep").touch()
    process = start(sys.executable, "tasks.py", "build", cwd=tree)
    assert process.stderr and process.stderr.readline() == "asleep\n"
    process.send_signal(signal.SIGINT)
    end = finish(process)
    assert end.returncode == 130 and "Traceback" not in end.stderr


def simulated(change: str) -> str:
    """tasks.py on another machine: a change to the interpreter, then the file as a script."""
    return f"import runpy, sys; {change}; sys.argv = ['tasks.py']; runpy.run_path('tasks.py', run_name='__main__')"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (
            "sys.version_info = (3, 10, 0, 'final', 0); sys.version = '3.10.0 (x)'",
            "Cần Python 3.11 trở lên, máy đang dùng Python 3.10.0",
        ),
        ("sys.modules['ensurepip'] = None", "sudo apt install python"),
        ("sys.modules['venv'] = None", "thiếu venv"),
    ],
)
def test_a_machine_that_can_t_is_told_what_to_install(tmp_path: Path, change: str, named: str) -> None:
    """Exit code 2, and no environment is begun."""
    tree = copy_tree(tmp_path / "tree")
    end = finish(start(sys.executable, "-c", simulated(change), cwd=tree))
    assert (end.returncode, end.stdout) == (2, "")
    assert named in end.stderr and "Traceback" not in end.stderr
    assert not (tree / ".venv").exists()


@pytest.mark.parametrize("name", ["tasks.py", "plugins/messages/__init__.py", "plugins/messages/setup_texts.py"])
def test_old_pythons_can_read_what_turns_them_away(name: str) -> None:
    """A syntax error would be no message."""
    assert ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 7)).body


def test_the_way_in_needs_the_standard_library_only() -> None:
    """And of that nothing that Windows lacks."""
    script = """
import sys
for name in ("fcntl", "termios", "pwd", "grp", "resource", "tty"):
    sys.modules[name] = None
before = set(sys.modules)
import newsroom.entry, newsroom.serve, newsroom.programs
names = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(names - set(sys.stdlib_module_names)))
"""
    end = finish(start(sys.executable, "-S", "-c", script, cwd=ROOT / "plugins"))
    assert (end.stdout, end.stderr) == ("['messages', 'newsroom']\n", "")


@contextmanager
def served(tree: Path, *arguments: object, task: str = "serve") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running `serve` or `preview` and the address it printed."""
    process = start(sys.executable, "tasks.py", task, *arguments, cwd=tree)
    try:
        assert process.stdout
        line = process.stdout.readline()
        assert line.startswith("http://127.0.0.1:") and line.endswith("/\n"), finish(process)
        yield process, line.strip()
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as response:
        text: str = response.read().decode()
        return text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_builds_prints_the_address_and_ends_with_0(tree: Path, number: signal.Signals) -> None:
    """The wanted port; the site answers there; Ctrl-C and SIGTERM are both a clean end."""
    port = free_port()
    with served(tree, "--port", port, "--now", "2022-08-05") as (process, address):
        assert address == f"http://127.0.0.1:{port}/"
        assert json.loads(fetch(address))["now"] == "2022-08-05"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            fetch(address + "missing/")
        process.send_signal(number)
        end = finish(process)
    assert (end.returncode, end.stdout) == (0, "")
    assert "Traceback" not in end.stderr
    assert told(tree / "output")["output"] == str(tree / "output")


def test_serve_takes_a_free_port_where_the_wanted_one_is_taken(tree: Path) -> None:
    """And says so."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with served(tree, "--port", port) as (process, address):
            assert address != f"http://127.0.0.1:{port}/"
            assert "strict" in fetch(address)
            process.terminate()
            assert f"Cổng {port} đang bận" in finish(process).stderr


def test_serve_with_problems_shows_the_last_good_site(tree: Path) -> None:
    """The problems stand on stderr, the site of before is served."""
    assert run(tree, "build", "--now", "2022-01-01").returncode == 0
    (tree / "content" / "code").write_text("1", encoding="utf-8")
    with served(tree, "--port", free_port()) as (process, address):
        assert json.loads(fetch(address))["now"] == "2022-01-01"
        process.terminate()
        end = finish(process)
    assert end.returncode == 0
    assert "a problem" in end.stderr and "lần dựng tốt gần nhất" in end.stderr


@pytest.mark.parametrize("code", [1, 2])
def test_serve_without_any_good_site_ends_with_the_builds_code(tree: Path, code: int) -> None:
    """Nothing is served."""
    (tree / "content" / "code").write_text(str(code), encoding="utf-8")
    end = run(tree, "serve", "--port", free_port())
    assert (end.returncode, end.stdout) == (code, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_preview_builds_again_at_every_save_and_ends_with_0(tree: Path, number: signal.Signals) -> None:
    """On the wanted port, at the wanted moment; its pages bring the script that asks for news."""
    port = free_port()
    with served(tree, "--port", port, "--now", "2022-08-05", task="preview") as (process, address):
        assert address == f"http://127.0.0.1:{port}/"
        assert '"now": "2022-08-05"' in fetch(address) and "/.preview/page.js" in fetch(address)
        (tree / "content" / "moi.md").touch()
        wait_until(lambda: "moi.md" in fetch(address))
        process.send_signal(number)
        end = finish(process)
    assert (end.returncode, end.stdout) == (0, "")
    assert "Traceback" not in end.stderr


def test_preview_waits_for_content_without_problems(tree: Path) -> None:
    """It has no site to show and goes on all the same; the site comes when the content is mended."""
    code = tree / "content" / "code"
    code.write_text("1", encoding="utf-8")
    with served(tree, "--port", free_port(), task="preview") as (process, address):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            fetch(address)
        code.unlink()
        wait_until(lambda: (tree / "output" / "index.html").exists())
        assert "strict" in fetch(address)
        process.terminate()
        assert "a problem" in finish(process).stderr


def test_preview_that_can_not_build_at_all_ends_with_the_builds_code(tree: Path) -> None:
    """Nothing is served, and no process stays."""
    (tree / "content" / "code").write_text("2", encoding="utf-8")
    end = run(tree, "preview", "--port", free_port())
    assert (end.returncode, end.stdout, end.stderr) == (2, "", "a problem\n")


def test_serving_other_content_leaves_the_own_site_alone(tree: Path) -> None:
    """It is built in a place of its own."""
    assert run(tree, "build").returncode == 0
    before = told(tree / "output")
    with served(tree, "--content", "elsewhere", "--port", free_port()) as (_, address):
        page = json.loads(fetch(address))
    assert page["content"] == str(tree / "elsewhere")
    assert Path(page["output"]).parent == tree / ".cache" / "preview"
    assert told(tree / "output") == before


def test_clean_keeps_the_environment_and_the_font(tree: Path) -> None:
    """The next start needs no network."""
    assert run(tree, "build").returncode == 0
    fonts = sorted((tree / ".cache" / "font").rglob("*"))
    end = run(tree, "clean")
    assert end.returncode == 0 and not (tree / "output").exists()
    assert sorted((tree / ".cache" / "font").rglob("*")) == fonts
    assert run(tree, "--list").stderr == ""


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_set_up_that_was_broken_off_starts_over(tmp_path: Path, number: signal.Signals) -> None:
    """Killed in the middle of pip: the next start takes over the lock and ends well, whatever lies there."""
    tree = copy_tree(tmp_path / "tree")
    process = start(sys.executable, "tasks.py", "--list", cwd=tree)
    wait_until(lambda: any((tree / ".venv").glob("lib/*/site-packages/pip")))
    process.send_signal(number)
    end = finish(process)
    assert end.returncode == {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}[number]
    assert "Traceback" not in end.stderr
    assert (tree / ".cache" / "setup.lock").exists() == (number == signal.SIGKILL)
    again = run(tree, "--list")
    assert again.returncode == 0 and "build" in again.stdout, again.stderr


@pytest.mark.slow
def test_without_npm_the_set_up_ends_well_and_a_build_tries_again(tmp_path: Path) -> None:
    """The set-up says that the font is missing; the next build fetches it, and then it is there."""
    tree = copy_tree(tmp_path / "tree")
    environ = {"npm_config_registry": f"http://127.0.0.1:{free_port()}/", "HOME": str(tmp_path / "missing")}
    end = finish(start(sys.executable, "tasks.py", "build", cwd=tree, environ=environ))
    assert end.returncode == 0 and end.stderr.count("Chưa lấy được phông chữ tiêu đề (ECONNREFUSED)") == 2
    assert run(tree, "build").returncode == 0
    assert len(list(tree.glob(".cache/font/*/piazzolla.woff2"))) == 1
    assert run(tree, "build").stderr == ""


@pytest.mark.slow
def test_a_changed_lock_renews_the_environment(tmp_path: Path) -> None:
    """After a pull that brought a new lock the next start brings the environment to it, once; also from inside."""
    tree = copy_tree(tmp_path / "tree")
    assert run(tree, "--list").returncode == 0
    for python in (Path(sys.executable), tree / ".venv" / "bin" / "python"):
        with (tree / "requirements.txt").open("a", encoding="utf-8") as lock:
            lock.write("# renewed\n")
        said = [finish(start(python, "tasks.py", "--list", cwd=tree)).stderr for _ in range(2)]
        assert said[0].endswith("Môi trường đã sẵn sàng.\n") and said[1] == ""


@pytest.mark.slow
def test_a_lock_whose_hash_is_wrong_installs_nothing(tmp_path: Path) -> None:
    """A package that is not the one we pinned is refused: exit 2, and what pip said."""
    tree = copy_tree(tmp_path / "tree")
    (tree / "requirements.txt").write_text("invoke==3.0.3 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    end = run(tree, "--list")
    assert end.returncode == 2 and "“cài thư viện”" in end.stderr and "hash" in end.stderr.lower()

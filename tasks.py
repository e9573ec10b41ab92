"""The front door: `python3 tasks.py TASK`, or `invoke TASK`.

Uses only the standard library until it runs inside its own environment (.venv), which it makes on first use. An old
Python must be able to read this file, so that its user gets a message and no syntax error.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from messages import setup_texts  # noqa: E402 - found through the path set above

if sys.version_info < (3, 11):  # noqa: UP036 - this is where older ones are turned away
    sys.stderr.write(setup_texts.OLD_PYTHON.format(found=sys.version.split()[0]) + "\n")
    sys.exit(2)

from newsroom.entry import enter  # noqa: E402 - needs the Python that was just made sure of

enter(ROOT, __name__)

from functools import partial  # noqa: E402 - belongs to what follows

from invoke.context import Context  # noqa: E402 - exists from here on
from invoke.tasks import task  # noqa: E402 - the same

flagged = partial(task, auto_shortflags=False)

CONTENT = {"content": "thư mục nội dung (mặc định: content/)"}
NOW = {"now": "xem trang như vào lúc này, ví dụ 2022-08-05T10:00 (giờ Việt Nam)"}
STRICT = {"strict": "coi cảnh báo là lỗi"}
PUBLISH = {"publish": "bản cho bạn đọc, không có bài nháp và bài chưa đến ngày; cần biến môi trường SITEURL"}


@flagged(help={**CONTENT, "output": "thư mục ghi trang (mặc định: output/)", **NOW, **STRICT, **PUBLISH})
def build(
    c: Context,
    content: str | None = None,
    output: str | None = None,
    now: str | None = None,
    strict: bool = False,
    publish: bool = False,
) -> None:
    """Dựng trang vào output/."""
    from incremental.signals import exit_on_signals
    from newsroom import arguments, font
    from newsroom.build import build as build_site

    source = arguments.content_folder(content, ROOT)
    target = arguments.output_folder(output, ROOT / "output")
    font.ensure(ROOT)
    exit_on_signals()
    sys.exit(build_site(source, target, now, strict, publish))


@flagged(help={**CONTENT, **NOW, **STRICT, "format": "dạng báo cáo: text, github hoặc json"})
def check(
    c: Context, content: str | None = None, now: str | None = None, strict: bool = False, format: str = "text"
) -> None:
    """Kiểm tra nội dung, báo mọi lỗi và cảnh báo cùng lúc."""
    from newsroom import arguments
    from newsroom.check import check as check_content

    form = arguments.report_format(format)
    sys.exit(check_content(arguments.content_folder(content, ROOT), now, strict, form))


@flagged(help={"port": "số cổng (mặc định: 8000)", **CONTENT, **NOW})
def serve(c: Context, port: str | None = None, content: str | None = None, now: str | None = None) -> None:
    """Dựng trang rồi mở để xem trên máy này; Ctrl-C để dừng."""
    from newsroom import arguments, font
    from newsroom.serving import build_and_serve

    source, number = arguments.content_folder(content, ROOT), arguments.port_number(port)
    font.ensure(ROOT)
    sys.exit(build_and_serve(source, arguments.preview_folder(source, ROOT), number, now))


@flagged(help={"port": "số cổng (mặc định: 8000)", **CONTENT, **NOW})
def preview(c: Context, port: str | None = None, content: str | None = None, now: str | None = None) -> None:
    """Như serve, và trang đang xem tự đổi theo mỗi lần lưu tệp."""
    from newsroom import arguments, font
    from newsroom.live.preview import preview as preview_site

    source, number = arguments.content_folder(content, ROOT), arguments.port_number(port)
    font.ensure(ROOT)
    sys.exit(preview_site(source, arguments.preview_folder(source, ROOT), number, now))


@flagged(help={"slow": "chạy cả các kiểm thử lâu"})
def test(c: Context, slow: bool = False) -> None:
    """Cài công cụ kiểm thử, chạy ruff, mypy và mọi kiểm thử."""
    from newsroom import font, testing
    from newsroom.environment import Environment

    Environment(ROOT).add_test_tools()
    font.ensure(ROOT)
    testing.add_node_tools(ROOT)
    sys.exit(testing.run_tests(ROOT, slow))


@flagged()
def golden(c: Context) -> None:
    """Ghi lại các trang mẫu của kiểm thử (tests/golden)."""
    from newsroom import testing
    from newsroom.environment import Environment

    Environment(ROOT).add_test_tools()
    sys.exit(testing.rewrite_golden(ROOT))


@flagged()
def docs(c: Context) -> None:
    """Viết lại docs/content.md và docs/benchmarks.md."""
    from newsroom.bench.document import rewrite
    from newsroom.docs import write

    write()
    rewrite(ROOT)


@flagged(help={"output": "thư mục ghi ảnh (mặc định: .cache/screenshots/)"})
def screenshots(c: Context, output: str | None = None) -> None:
    """Chụp mỗi loại trang ở ba cỡ màn hình, nền sáng và tối."""
    from newsroom import arguments, font
    from newsroom.build import build as build_site
    from newsroom.environment import Environment
    from newsroom.screenshots import take_and_tell

    target = arguments.output_folder(output, ROOT / ".cache" / "screenshots")
    Environment(ROOT).add_test_tools()
    font.ensure(ROOT)
    code = build_site(arguments.content_folder(None, ROOT), ROOT / "output", None, False)
    sys.exit(code or take_and_tell(ROOT / "output", target))


@flagged()
def icons(c: Context) -> None:
    """Vẽ lại các biểu tượng từ theme/static/root/favicon.svg."""
    from newsroom.environment import Environment
    from newsroom.icons import make_and_tell

    Environment(ROOT).add_test_tools()
    sys.exit(make_and_tell())


@flagged(
    help={
        "articles": "số bài giả được dựng (mặc định: 10000; đo thêm với gấp năm lần)",
        "rounds": "số vòng được tính (mặc định: 3)",
        "json": "ghi thêm các số đo vào tệp này",
    }
)
def bench(c: Context, articles: str | None = None, rounds: str | None = None, json: str | None = None) -> None:
    """Đo thời gian dựng so với Hugo và Pelican nguyên bản."""
    from newsroom.bench.command import run

    sys.exit(run(ROOT, articles, rounds, json))


@flagged()
def clean(c: Context) -> None:
    """Xoá output/ và bộ nhớ đệm; giữ môi trường và phông chữ.

    Môi trường là .venv và node_modules. Thư mục output/ không do lần dựng nào làm ra thì giữ nguyên.
    """
    from newsroom.cleaning import clean as remove_built

    remove_built(ROOT)


if __name__ == "__main__":
    from newsroom.front_door import run

    run(sys.modules[__name__])

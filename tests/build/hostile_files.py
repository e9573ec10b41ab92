"""Mistakes that can't lie in git: made in a copy of the base union, by the name of their folder in sites/invalid."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

HEAD = "---\ntitle: {}\ndate: 2022-07-03\nsummary: Tóm tắt.\nassociations: [hoi-lam-nghiep]\nactivities: [tap-huan]\n"


def article(content: Path, slug: str, more: str = "", body: str = "Thân bài.\n") -> None:
    """A sound article but for what `more` adds to its front matter, and its body."""
    file = content / "news" / "2022" / f"{slug}.md"
    file.write_text(f"{HEAD.format('Lớp trồng nấm')}{more}---\n{body}", encoding="utf-8")


def no_union(content: Path) -> None:
    (content / "union.md").unlink()


def nothing_at_all(content: Path) -> None:
    shutil.rmtree(content)
    content.mkdir()


def large_files(content: Path) -> None:
    """One byte over 1 MiB, of each kind that is read; exactly 1 MiB is sound, and so is a large picture."""
    for name, size in (("qua-mot-byte", (1 << 20) + 1), ("vua-du", 1 << 20)):
        article(content, name)
        file = content / "news" / "2022" / f"{name}.md"
        lines = b"\n" + (b"chu " * 25 + b"\n") * (size // 100)
        file.write_bytes((file.read_bytes() + lines)[:size])
    (content / "abbreviations.yml").write_bytes(b"#" * (2 << 20))
    (content / "images" / "to.png").write_bytes(b"\0" * (2 << 20))


def large_media(content: Path) -> None:
    """One byte over what is warned of, and exactly as much, of a picture and of another file; a drawing is read."""
    sizes = {"images/anh.jpg": 5 << 20, "files/phim.mp4": 20 << 20}
    for name, size in sizes.items():
        file = content / name
        file.write_bytes(b"\0" * size)
        file.with_stem(f"{file.stem}-qua").write_bytes(b"\0" * (size + 1))
    (content / "images" / "ve.svg").write_bytes(b"<svg>".ljust((5 << 20) + 1))


def large_heads(content: Path) -> None:
    """64 KiB of front matter is sound, counted in bytes; one byte more is not."""
    for name, size in (("vua-du", 64 << 10), ("qua-mot-byte", (64 << 10) + 1)):
        used = len(HEAD.format("Lớp trồng nấm").encode()) - len("---\n") + len("author: ă\n".encode())
        article(content, name, f"author: ă{'a' * (size - used)}\n")


def links_of_the_file_system(content: Path) -> None:
    """To files and folders, inside and outside, and one that leads nowhere."""
    (content.parent / "bi-mat.md").write_text(f"{HEAD.format('Bí mật')}---\n", encoding="utf-8")
    (content / "news" / "2022" / "ngoai.md").symlink_to("../../../bi-mat.md")
    (content / "news" / "2022" / "trong.md").symlink_to("lop-uom-cay.md")
    (content / "news" / "2021").symlink_to("2022", target_is_directory=True)
    (content / "images" / "vong").symlink_to("..", target_is_directory=True)
    (content / "files" / "dut.pdf").symlink_to("khong-co.pdf")


def twins(content: Path) -> None:
    """Names that are one on other machines: another case, other code points for the same letters."""
    article(content, "Lop-Uom-Cay")
    (content / "union.MD").write_bytes((content / "union.md").read_bytes())
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "vườn.png")
        (content / "images" / name).write_bytes(form.encode())


def unusable_names(content: Path) -> None:
    """Control characters, a backslash, bytes that are no UTF-8; names that systems and editors leave are ignored."""
    for name in ("hai\ndong.png", "gach\\cheo.png", "\x1b[31mdo.png"):
        (content / "images" / name).write_bytes(b"x")
    (Path(os.fsdecode(os.fsencode(content / "images") + b"/\xff.png"))).write_bytes(b"x")
    (content / "images" / "giay-moi\u202efdp.jpg").write_bytes(b"x")  # shown as giay-moigpj.pdf
    (content / "images" / ("\ufb2c" * 84 + ".p")).write_bytes(b"x")  # 254 bytes, and three times as many in NFC
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "~$bai.docx", "union.md~", ".nhap.md.swp", "union.md.BAK"):
        (content / name).write_bytes(b"x")
    for name in ("a.png.bak", "a.png.orig", "#a.png#", "a.png.rej", "a.tmp", "a.swp", "a.png~", "~$a.docx", ".a.png"):
        (content / "images" / name).write_bytes(b"x")
    (content / ".git").mkdir()
    (content / ".git" / "config").write_bytes(b"x")


def special_files(content: Path) -> None:
    """A pipe would make a reader wait for ever; a folder may have the name of a file."""
    os.mkfifo(content / "news" / "2022" / "ong.md")
    os.mkfifo(content / "images" / "ong.png")
    (content / "news" / "2022" / "thu-muc.md").mkdir()
    (content / "news" / "2022" / "thu-muc.md" / "bai.md").write_bytes(b"x")


def broken_bytes(content: Path) -> None:
    """Windows-1258, UTF-16, an accidental picture; a byte order mark and CRLF are no mistake."""
    news = content / "news" / "2022"
    (news / "windows.md").write_bytes(f"{HEAD.format('Lớp')}---\nThân bài.\n".encode()[:80] + b"\xfd\xe2\n---\n")
    (news / "utf16.md").write_bytes(f"{HEAD.format('Lớp')}---\n".encode("utf-16"))
    (news / "anh.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (content / "abbreviations.yml").write_bytes(b"KH\xff: [khoa]\n")
    (news / "notepad.md").write_bytes(
        b"\xef\xbb\xbf" + f"{HEAD.format('Lớp')}--- \nThân.\n".replace("\n", "\r\n").encode()
    )
    nfd = unicodedata.normalize("NFD", f"{HEAD.format('Lớp ươm')}--- \nThân bài có dấu.\n")
    (news / "mac.md").write_bytes(nfd.encode())


def stacked_marks(content: Path) -> None:
    article(content, "zalgo", body="Dòng một.\n\nDòng ba z" + "\u0301\u0323" * 60 + "algo.\n")


def costly_texts(content: Path) -> None:
    """What Python-Markdown would need minutes for; each is counted, so the same on every machine."""
    article(content, "bang", body="| A " * 200 + "\n" + "|---" * 200 + "\n" + "| 1 " * 200 + "\n" + "|\n" * 150)
    article(content, "dinh-nghia", body="".join(f"[nhan-{n}]: /hoi/\n" for n in range(2001)))
    article(content, "dinh-nghia-dai", body="*[KT]: " + "kỹ thuật " * 20_000 + "\n\n" + "KT " * 100 + "\n")
    article(content, "the", body="<b>a</b> " * 10_001 + "\n")
    article(content, "doan", body="a\n\n" * 30_001)
    article(content, "dau", body="Đoạn đầu.\n\n" + "chữ *nghiêng " * 12_000 + "\n")
    article(content, "sau", body="> " * 101 + "sâu\n")


def brackets(content: Path) -> None:
    """500 unclosed brackets in a block and 5,000 in a file are let through, one more is not."""
    for name, line in (("mot", "["), ("hai", "!["), ("ba", "[^a "), ("bon", "[a](b ")):
        article(content, f"{name}-501", body=f"Dòng một.\n\n{line * 501}\n")
    article(content, "vua-500", body=f"{'[' * 500}\n")
    article(content, "vua-5000", body=f"{'[' * 500}\n\n" * 10)
    article(content, "tep-5001", body=f"{'[' * 500}\n\n" * 10 + "[\n")
    article(content, "tam-nghin", body="[" * 8000 + "\n")


RECIPES: dict[str, Callable[[Path], None]] = {
    "missing-union": no_union,
    "empty-folder": nothing_at_all,
    "file-too-large": large_files,
    "large-media": large_media,
    "front-matter-too-large": large_heads,
    "symlinks": links_of_the_file_system,
    "same-names": twins,
    "file-names": unusable_names,
    "unreadable-files": special_files,
    "broken-bytes": broken_bytes,
    "stacked-marks": stacked_marks,
    "too-many-brackets": brackets,
    "costly-texts": costly_texts,
}

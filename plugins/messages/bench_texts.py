"""The words of `bench`: what it says in Vietnamese while it runs, and docs/benchmarks.md, which is for developers."""

from __future__ import annotations

# While it runs
INSTALLING = "Đang cài Hugo và Pelican nguyên bản để so sánh (.venv-bench)…"
LINUX_ONLY = "bench chỉ chạy trên Linux: thời gian và bộ nhớ được đọc từ /proc."
LAYING = "Đang viết {articles} bài giả cho mỗi công cụ vào {folder}…"
NUMBER_WANTED = "--{flag}: “{value}” không phải là số từ {least} trở lên"
MEASURED = (
    "vòng {round}, {articles} bài, {tool}: {scenario}: {wall:.2f} giây, cpu {cpu:.2f} giây, "
    "ghi {written} tệp{disturbed}"
)
DISTURBED = " – không tính, tiến trình khác dùng {others:.0%} máy"
MEASURING_MEMORY = "Đang đo bộ nhớ…"
DONE = "Đã ghi {document} và {data}: {reached} mục tiêu đạt, {missed} chưa đạt, {open} chưa xét."
SCENARIOS = {
    "clean": "dựng sạch",
    "unchanged": "không đổi gì",
    "body": "sửa một thân bài",
    "title": "sửa một tiêu đề",
    "newest": "thêm bài mới nhất",
    "footer": "đổi chân trang",
    "renamed": "đổi tên một hội",
    "output-gone": "mất output",
    "clone": "bản sao mới",
    "preview": "lưu rồi thấy",
}

# What ends it: exit code 1
COMMAND_FAILED = "Không đo được: “{command}” kết thúc với mã {code}.\n{said}"
PROCESSES_LEFT = "Không đo được: “{command}” để lại {count} tiến trình."
PAGES_MISSING = "Không đo được: {tool} ghi {found} trang bài viết, phải là {wanted}."
NOT_SHOWN = "Không đo được: {tool} dựng xong mà “{text}” không có trong {file}."
NOTHING_TO_EDIT = "Không đo được: {file} không có đúng một chỗ “{text}” để sửa."

# docs/benchmarks.md
NOTICE = "<!-- Written by `python3 tasks.py bench` from benchmarks.json. Not to be edited by hand. -->"
INTRO = """\
# Benchmarks

How long a build of {articles} articles takes, against [Hugo](https://gohugo.io/) and stock Pelican in the same run.
The articles are made up: words drawn at random, names of no real body. Ours is the whole published site with its
checks, links, feeds, sitemaps and indexes; the other two are bare sites (`bench/peers/`) with the same articles, lists
of 20 and a feed for each list."""
SUMMARY = (
    "**Of {all} goals: {reached} reached, {missed} missed{missing}, {unjudged} not judged, {unmeasured} not measured.**"
)
MISSING = " ({names})"
NOT_A_VERDICT = (
    "A verdict takes {goal_articles} articles and {least} undisturbed rounds;"
    " this run had {articles} articles, and rounds asked for: {rounds}."
)
GOALS = "Goals"
GOALS_NOTES = """\
Ratios are to Hugo's clean build of the same round unless the line says otherwise, the middle one of all rounds that
count. In brackets: the median of disturbed rounds, where no other is left."""
GOALS_HEAD = ("", "at most", "measured", "in each round", "rounds that count", "")
GOAL_LABELS = {
    "clean": "clean build, wall",
    "clean-cpu": "clean build, cpu",
    "unchanged": "nothing changed",
    "body": "one article's body edited",
    "title": "one title edited",
    "newest": "newest article added",
    "clone": "fresh clone (all times new), warm cache",
    "output-gone": "output gone, warm cache",
    "footer": "the footer changed",
    "renamed": "one association renamed",
    "memory": "peak memory of a clean build",
    "growth": "cost per article of {larger} against {articles} articles, clean",
    "unchanged-larger": "nothing changed, against Hugo's clean build, {larger} articles",
    "preview": "preview of {preview} articles, from save to new text, seconds",
    "preview-pelican": "the same, against `pelican -lr` and a reload",
}
ROUNDS = "{kept} of {all}"
BUILDS = "Builds of {articles} articles"
BUILDS_NOTES = """\
Medians of the rounds that count. *Written* are the files that the build wrote, *of* all that the site then has."""
BUILDS_HEAD = (
    "",
    "",
    "wall, s",
    "cpu, s",
    "wall / Hugo",
    "cpu / Hugo",
    "written",
    "of",
    "article pages",
    "rounds that count",
)
TOOL_NAMES = {"ours": "this site", "hugo": "Hugo", "pelican": "stock Pelican"}
SCENARIO_LABELS = {
    "clean": "clean build",
    "unchanged": "nothing changed",
    "body": "one body edited",
    "title": "one title edited",
    "newest": "newest article added",
    "footer": "footer changed",
    "renamed": "association renamed",
    "output-gone": "output gone",
    "clone": "fresh clone",
    "preview": "preview, save to text",
}
MEMORY = "Peak memory"
MEMORY_NOTES = """\
The most that a clean build's processes held at once (PSS), looked at every {look:.0f} ms in a build of its own."""
MEMORY_HEAD = ("", "articles", "MiB", "/ Hugo")
MACHINE = "Machine and versions"
MACHINE_HEAD = ("", "")
OUR_COMMIT = "this site"
MACHINE_LABELS = {
    "date": "date",
    "processor": "processor",
    "cores": "cores",
    "memory": "memory",
    "system": "system",
    "place": "built into",
}
MEMORY_SIZE = "{size:.0f} MiB"
PLACES = {"tmpfs": "memory (tmpfs)", "disk": "a disk"}
RULES = "How it is measured"
RULES_NOTES = """\
`python3 tasks.py bench [--articles N] [--rounds N] [--json FILE]`; the code is `plugins/newsroom/bench/`.

- In each round every tool builds once from nothing into a folder that did not exist; which one begins changes from
  round to round. Ours then goes on in the same work tree: edit, build, edit, build, {pause:.0f} seconds apart, in the
  order of the table, and at last a copy of it with all times new and no compiled modules, as after a clone into which
  cache and output were restored.
- Each build is a fresh process: ours `python3 tasks.py build --publish --strict` with the Python outside of the
  environment, Hugo its own binary, Pelican its own command.
- *Wall* is from the start to the end of the process, *cpu* the user and system time of it and all processes it waited
  for. A build that ends with anything but 0, leaves a process behind, lacks one of the article pages, or does not show
  what was edited ends the measurement.
- A measurement during which other processes used more than {disturbed:.0%} of the machine's cores does not count, nor
  does any ratio made with it (`goals.py`). Rounds are added until every goal has as many as were asked for, at most
  {most} times that number in all.
- Output, cache and content lie in memory where there is room, so that no disk is measured. On a disk nothing is removed
  before the end: ext4 is slow to give out again what was just removed.
- A verdict takes {least} rounds that count and {goal_articles} articles. The task ends with 0 whether goals are reached
  or not."""

"""Adapter: the plugin as Pelican sees it. One generator, public seams only."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.writers import Writer

from associations.edition import Edition, Options, prepare
from associations.memory import Memory
from associations.notes import notes
from associations.output import files
from associations.pelican_articles import Articles, maker
from associations.pelican_settings import Misuse, options, refuse_cache_inside, refuse_overlap, take_over
from associations.standing import Shortcut
from incremental.change import NotThere, Written
from incremental.packs import Damaged
from incremental.signals import exiting
from incremental.writer import NotOurs, refuse_foreign, write
from messages import texts
from messages.problem import Problem
from messages.report import report

LISTENED = (
    signals.content_object_init,
    signals.article_generator_pretaxonomy,
    signals.article_generator_finalized,
)


class ContentProblems(Exception):
    """The content has errors: nothing was written."""

    exitcode = 1  # Pelican exits with it

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(texts.NOT_BUILT.format(count=sum(p.is_error for p in problems)))
        self.problems = problems


class AssociationsGenerator(ArticlesGenerator):  # type: ignore[misc] # Pelican ships no types
    """Reads, checks and plans in `generate_context`, writes in `generate_output`.

    It is an ArticlesGenerator because other people's plugins look for one; Pelican's own runs empty before it.
    """

    edition: Edition  # none where the whole site stands
    problems: tuple[Problem, ...]
    memory: Memory
    articles: Sequence[Article]
    drafts: Sequence[Article]

    def generate_context(self) -> None:
        output = Path(self.output_path)
        try:
            refuse_foreign(output)
        except NotOurs as error:
            raise Misuse(texts.NOT_OUR_OUTPUT.format(folder=output)) from error
        refuse_overlap(Path(self.path), output)
        refuse_cache_inside(self.settings.get("SITE_CACHE", ""), output)
        self.memory = Memory(self.settings.get("SITE_CACHE", ""), output)
        with exiting(), self.memory.closed_on_failure():
            given = options(self.settings)
            self._shortcut = Shortcut(self.memory, given, self.settings)
            self._standing = None if self._watched() else self._shortcut.standing(self._kept())
            self.problems, self._notes = self._standing.said if self._standing else self._prepare(given)
            sys.stderr.write(report(self.problems, given.content, Path.cwd()))
            if any(problem.is_error for problem in self.problems):
                raise ContentProblems(self.problems)
            sys.stderr.write(self._notes)
        if not self._standing:
            self._show_articles()

    def _watched(self) -> bool:
        """Whether somebody else's plugin may ask for articles."""
        return self.settings["PLUGINS"] != [__name__] or _somebody_listens()

    def _kept(self) -> list[str]:
        return [str(name) for name in self.settings["OUTPUT_RETENTION"]]

    def _prepare(self, given: Options) -> tuple[tuple[Problem, ...], str]:
        """Reads, checks and plans; what is to be said of it."""
        self.memory.open_store()
        try:
            self.edition = prepare(given, self.memory.store)
        except Damaged:
            self.memory.forget()
            self.edition = prepare(given)
        self.memory.keep_records()
        return self.edition.problems, notes(self.edition) if self.edition.is_sound else ""

    def _show_articles(self) -> None:
        """Pelican's Article objects: made when asked for, and all of them at once where a plugin listens."""
        make = maker(self.edition, self.settings, self.context)
        articles = self.edition.site.archive.articles
        self.articles = Articles([a for a in articles if a.status != "draft"], make)
        self.drafts = Articles([a for a in articles if a.status == "draft"], make)
        listened = _somebody_listens()
        if listened:
            self.articles, self.drafts = [*self.articles], [*self.drafts]
        self._update_context(("articles", "drafts"))
        if listened:
            signals.article_generator_pretaxonomy.send(self)
            signals.article_generator_finalized.send(self)

    def refresh_metadata_intersite_links(self) -> None:
        """Nothing to refresh: our links are resolved in the views."""

    def generate_output(self, writer: Writer) -> None:
        try:
            with exiting(), self.memory.closed_on_failure():
                if self._standing:
                    done = Written(0, 0, self._standing.files)
                    self.memory.close()
                else:
                    done = self._write()
                    self.memory.keep_pages(lambda: self._shortcut.keep(self.edition, self._notes))
        except NotOurs as error:  # another generator wrote there since
            raise Misuse(texts.NOT_OUR_OUTPUT.format(folder=self.output_path)) from error
        message = texts.WRITTEN.format(
            rendered=self.memory.ledger.rendered,
            written=done.written,
            removed=done.removed,
            unchanged=done.unchanged,
        )
        print(message, file=sys.stderr)

    def _write(self) -> Written:
        try:
            return self._write_once()
        except Damaged:  # a body that was remembered can't be read any more: everything is made from the files
            self.memory.forget()
            self.edition = prepare(self.edition.options)
            return self._write_once()
        except NotThere:  # somebody moves files about in the output: nothing in it is relied on
            self.memory.ledger.forget()
            return self._write_once()

    def _write_once(self) -> Written:
        made = files(self.edition, self.memory.ledger, self.memory.salt)
        return write(Path(self.output_path), made, self._kept())


def _somebody_listens() -> bool:
    """Whether a plugin wants to know of articles."""
    return any(signal.receivers for signal in LISTENED)


def _take_over(pelican: Pelican) -> None:
    if pelican.delete_outputdir:  # it would empty the folder before anything is checked
        raise Misuse(texts.NO_EMPTYING)
    take_over(pelican.settings)


def _generators(pelican: Pelican) -> type[ArticlesGenerator]:
    return AssociationsGenerator


def register() -> None:
    """Called by Pelican. Signals hold weak references, so only module-level functions are connected."""
    signals.initialized.connect(_take_over)
    signals.get_generators.connect(_generators)

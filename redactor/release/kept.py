# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of an attempt at a release, kept so that the next one burns anew only those that change.

Their pictures and contents lie in the attempt's own files, which are set aside inside the unfinished folder; what is
not for anybody's eyes (how wide the hidden words are) stays in memory.
"""

from __future__ import annotations

import pickle
import shutil
from dataclasses import replace
from pathlib import Path

from redactor.release.burn.composed import Composed
from redactor.release.material import PageOf
from redactor.release.sheets import Sheet
from redactor.release.volumes import Stored

#: The folder for the earlier attempt's files.
ASIDE = ".earlier"


class Kept:
    """Pages of documents, by document and page. ``folder`` is the unfinished release's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages: dict[PageOf, tuple[Stored, int, int, bytes]] = {}
        self._usable: frozenset[PageOf] = frozenset()

    def keep(self, sheet: Sheet, page: Composed, stored: Stored) -> None:
        """Remember a page that was written. Some two kilobytes of it stay in memory."""
        if sheet.ours:
            return
        picture = len(page.picture.data) if page.picture else 0
        bare = replace(page, content=b"", picture=replace(page.picture, data=b"") if page.picture else None)
        self._pages[sheet.sha256, sheet.first] = (stored, picture, len(page.content), pickle.dumps(bare))

    def set_aside(self, changing: frozenset[PageOf]) -> None:
        """Empty the folder for the next attempt, which will burn the pages ``changing`` anew."""
        self.forget()
        aside = self._folder / ASIDE
        aside.mkdir(mode=0o700)
        for path in sorted(self._folder.iterdir()):
            if path != aside:
                path.rename(aside / path.name)
        self._usable = frozenset(self._pages.keys() - changing)

    def forget(self) -> None:
        """Remove what was set aside."""
        self._usable = frozenset()
        if (self._folder / ASIDE).exists():
            shutil.rmtree(self._folder / ASIDE)

    def has(self, sheet: Sheet) -> bool:
        """Whether the page need not be burned anew."""
        return not sheet.ours and (sheet.sha256, sheet.first) in self._usable

    def page(self, sheet: Sheet) -> Composed:
        """The page as the earlier attempt burned it."""
        stored, picture, content, bare = self._pages[sheet.sha256, sheet.first]
        page: Composed = pickle.loads(bare)
        path = self._folder / ASIDE / f"{stored.stem}-{stored.volume}.pdf"
        with (path if path.exists() else path.with_name(f"{Path(stored.stem).name}.pdf")).open("rb") as file:
            file.seek(stored.content)
            page = replace(page, content=file.read(content))
            if page.picture is not None:
                file.seek(stored.picture)
                page = replace(page, picture=replace(page.picture, data=file.read(picture)))
        return page

# SPDX-License-Identifier: AGPL-3.0-or-later
"""Office documents made into PDFs by LibreOffice, where it is installed.

It runs in a profile that is thrown away, without macros, without updating links, without a network, with limits of
time and memory, and sees one file by a name that tells nothing.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from redactor.bundle.office import fitting
from redactor.bundle.office.addins import as_document
from redactor.bundle.office.scratch import scratch, wipe_left_behind
from redactor.bundle.office.suffixes import closed_kind, suffix_of
from redactor.bundle.office.table_rows import unclipped
from redactor.bundle.old_office import old_office
from redactor.domain.allowance import Allowance
from redactor.domain.errors import BadInput, Cancelled, RedactorError
from redactor.domain.saying import say

__all__ = ["OfficePages", "convert", "find", "version", "wipe_left_behind"]

#: Seconds of computing and bytes one conversion may take.
SECONDS = 150.0
MEMORY = 3 << 30
_TICK = 0.1
#: Names the program where it is not in one of the usual places.
VARIABLE = "REDACTOR_SOFFICE"
_INSTALL = (
    "Install LibreOffice (free) on this PC and add the file again, or save it as PDF in its own program and add that"
)
_OTHERWISE = "Save it as PDF in its own program, and add that"
#: Slides that are hidden and speakers' notes are the record's too.
_SLIDES = (
    '{"ExportHiddenSlides":{"type":"boolean","value":"true"},"ExportNotesPages":{"type":"boolean","value":"true"}}'
)
_EXPORT = {"ppt": f"pdf:impress_pdf_Export:{_SLIDES}", "pptx": f"pdf:impress_pdf_Export:{_SLIDES}"}
_EXPORT |= {"odp": f"pdf:impress_pdf_Export:{_SLIDES}", "fodp": f"pdf:impress_pdf_Export:{_SLIDES}"}
#: Formats without parts of their own that could be looked into are also made into OpenDocument, which has them.
_LOOKED_INTO = {"doc": "odt", "rtf": "odt", "xls": "ods", "xlsb": "ods", "ppt": "odp", "wpd": "odt"}
_LOOKED_INTO |= {"fodt": "odt", "fods": "ods", "fodp": "odp", "fodg": "odg", "word.xml": "odt", "excel.xml": "ods"}
_LOOKED_INTO |= {"wps": "odt", "vsd": "odg", "pub": "odg"}
_LOOKED_INTO |= dict.fromkeys(("wri", "lwp", "cwk", "sdw", "sxw"), "odt") | {"cdr": "odg", "sxd": "odg"}
_LOOKED_INTO |= dict.fromkeys(("wk1", "wk3", "wk4", "123", "wq1", "wb1", "wb2", "wks", "sdc", "sxc"), "ods")
_LOOKED_INTO |= {"sdd": "odp", "sxi": "odp"}
#: Workbooks, whose cells are made large enough for what is in them before they become pages.
#: What is changed in a copy before LibreOffice opens it.
_PREPARED: dict[str, Callable[[bytes], bytes]] = {"docx": unclipped, "xlsx": as_document, "pptx": as_document}
_WORKBOOKS = ("xls", "xlsx", "xlsb", "ods", "ots", *(known for known, made in _LOOKED_INTO.items() if made == "ods"))


#: Makes the cells of a workbook (an .ods file) large enough.
Fit = Callable[[bytes], bytes]
#: Called while LibreOffice is at work, with the seconds it took so far; ends it by raising.
Waiting = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class OfficePages:
    """``pdf`` as LibreOffice made it; ``parts`` is the document as a zip of XML (its own, or OpenDocument made of
    it); ``program`` says which LibreOffice; ``sheets`` is a workbook as OpenDocument, in which values are as shown;
    ``cut``: its columns could not be made wide enough; ``old`` is a document that is no zip of XML, without its
    encryption."""

    pdf: bytes
    parts: bytes
    program: str
    suffix: str
    sheets: bytes = b""
    cut: bool = False
    old: bytes = b""


def find() -> Path | None:
    """The LibreOffice program of this PC; None when there is none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    for name in ("soffice", "libreoffice", "soffice.com"):
        if path := shutil.which(name):
            return Path(path)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")]
        return [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots if root]
    if sys.platform == "darwin":
        return [Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")]
    usual = [Path("/usr/bin/soffice"), Path("/usr/lib/libreoffice/program/soffice"), Path("/usr/local/bin/soffice")]
    return [*usual, *sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)]


@functools.cache
def version(program: Path) -> str:
    """ "LibreOffice 7.4.7.2"; "LibreOffice" when it does not say."""
    try:
        with scratch() as folder:
            done = subprocess.run(
                [str(program), _profile(folder), "--version"], env=_environment(folder), capture_output=True,
                timeout=60, check=False, stdin=subprocess.DEVNULL,
            )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return "LibreOffice"
    match = re.search(r"LibreOffice\w* +([\d.]+)", done.stdout.decode("utf-8", "replace"))
    return f"LibreOffice {match[1]}" if match else "LibreOffice"


def convert(data: bytes, name: str, waiting: Waiting = lambda seconds: None, fit: Fit = fitting.fitted) -> OfficePages:
    """The office document in ``data`` as a PDF. Takes 2 to 10 seconds, minutes for a large one.

    ``waiting`` is called ten times a second with the seconds it took so far; what it raises ends LibreOffice. ``fit``
    is asked to make the cells of workbooks large enough (in a worker: it needs memory). Raises
    BadInput when there is no LibreOffice, when it fails, or takes longer or more memory than it may.
    """
    program = find()
    if program is None:
        raise BadInput("this is an office document, and LibreOffice is not installed to convert it", name, _INSTALL)
    suffix = suffix_of(data, name)
    if suffix is None:
        what = closed_kind(data)
        said = say("this is {what}, which LibreOffice cannot convert", what=say(what)) if what else ""
        said = said or "this is an office file of a kind that cannot be converted"
        raise BadInput(said, name, "Open it in its own program, save it as PDF, and add that")
    with scratch() as folder:
        _settings(folder)
        source = folder / f"document.{suffix}"
        source.write_bytes(_PREPARED.get(suffix, bytes)(data))
        sheets = b""
        pdf = None
        if suffix in _WORKBOOKS:
            sheets = data if suffix == "ods" else _parts(program, folder, source, "ods", name, waiting)
            pdf = _of_fitted(program, folder, sheets, fit, name, waiting) if sheets else None
            if pdf is None and suffix == "ods":
                # Other programs leave out parts of an .ods that LibreOffice always writes.
                written = _parts(program, folder, source, "ods", name, waiting)
                pdf = _of_fitted(program, folder, written, fit, name, waiting) if written else None
        cut = suffix in _WORKBOOKS and pdf is None
        if pdf is None:
            pdf = _one(program, folder, source, _EXPORT.get(suffix, "pdf"), "pdf", name, waiting)
        if pdf is None and suffix in _EXPORT:
            pdf = _one(program, folder, source, "pdf", "pdf", name, waiting)
        if pdf is None:
            raise BadInput(
                "LibreOffice could not convert this file: it is damaged, or its part for this kind is not installed",
                name, "Open it in its own program, save it as PDF, and add that",
            )  # fmt: skip
        parts = data
        if suffix in _LOOKED_INTO:
            parts = sheets or _parts(program, folder, source, _LOOKED_INTO[suffix], name, waiting)
    old = data if suffix in ("doc", "rtf", "xls", "ppt", "xlsb") else b""
    return OfficePages(pdf, parts, version(program), suffix, sheets if suffix == "xlsx" else b"", cut, old)


def _of_fitted(program: Path, folder: Path, sheets: bytes, fit: Fit, name: str, waiting: Waiting) -> bytes | None:
    """The PDF of a workbook whose cells are large enough; None where that cannot be made."""
    try:
        made = fit(sheets)
    except Cancelled:
        raise
    except RedactorError:
        return None
    fitted = folder / "fitted.ods"
    fitted.write_bytes(made)
    return _one(program, folder, fitted, "pdf", "pdf", name, waiting)


def _parts(program: Path, folder: Path, source: Path, suffix: str, name: str, waiting: Waiting) -> bytes:
    """The document as OpenDocument; empty when that takes too long: its pages are there, and say so."""
    try:
        return _one(program, folder, source, suffix, suffix, name, waiting) or b""
    except BadInput:
        return b""


def _one(program: Path, folder: Path, source: Path, to: str, suffix: str, name: str, waiting: Waiting) -> bytes | None:
    old = old_office(_head(source))
    options = [f"--infilter={old.opened_as}"] if old else []
    out = folder / f"out-{suffix}"
    out.mkdir(exist_ok=True)
    options += ["--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
    command = [str(program), _profile(folder), *options, "--convert-to", to, "--outdir", str(out), str(source)]
    _run([*_without_network(), *command], folder, name, waiting)
    made = out / f"{source.stem}.{suffix}"
    return made.read_bytes() if made.is_file() and made.stat().st_size else None


def _head(source: Path) -> bytes:
    with source.open("rb") as file:
        return file.read(64)


def _run(command: list[str], folder: Path, name: str, waiting: Waiting) -> None:
    """Run it to its end, or end it and all it started when it takes too long or too much, or ``waiting`` says so."""
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip
    began = time.monotonic()
    allowance = Allowance(SECONDS)
    used: dict[int, float] = {}
    why = over = ""
    try:
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_TICK)
                break
            passed = time.monotonic() - began
            waiting(passed)
            memory = _watched(process.pid, used)
            over = allowance.over(passed, sum(used.values()))
            if over == "busy":
                minutes = round(passed / 60)
                why = say("this PC was too busy: LibreOffice was not done after {minutes} minutes", minutes=minutes)
                break
            if over:
                why = say("LibreOffice took longer than {seconds:g} seconds over this file", seconds=SECONDS)
                break
            if memory > MEMORY:
                why = say("LibreOffice needed more than {most} MB of memory for this file", most=MEMORY >> 20)
                break
    finally:
        _end(process)
    if why:
        do = "Close other programs on this PC and add it again" if over == "busy" else _OTHERWISE
        raise BadInput(why, name, do)


def _family(pid: int) -> list[psutil.Process]:
    try:
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    except psutil.Error:
        return []


def _watched(pid: int, used: dict[int, float]) -> int:
    """The bytes that a process and all it started hold; the seconds each computed are put into ``used``, where those of
    processes that have ended stay."""
    total = 0
    for process in _family(pid):
        with contextlib.suppress(psutil.Error):
            used[process.pid] = sum(process.cpu_times()[:2])
            total += int(process.memory_info().rss)
    return total


def _end(process: subprocess.Popen[bytes]) -> None:
    for member in reversed(_family(process.pid)):
        with contextlib.suppress(psutil.Error):
            member.kill()
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()


@functools.cache
def _without_network() -> tuple[str, ...]:
    """The words before a command that take the network away from it, where the system lets us."""
    program = shutil.which("unshare") if sys.platform == "linux" else None
    if program is None:
        return ()
    words = (program, "--user", "--map-root-user", "--net", "--")
    try:
        done = subprocess.run([*words, "true"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return ()
    return words if done.returncode == 0 else ()


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def _environment(folder: Path) -> dict[str, str]:
    """No more than it needs; its home, caches and temporary files in the scratch folder; a proxy that is not there."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC") if name in os.environ}
    here = str(folder)
    own = dict.fromkeys(
        ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA", "USERPROFILE"), here
    )
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9")
    return kept | own | nowhere | {"SAL_USE_VCLPLUGIN": "svp", "LANG": "en_GB.UTF-8", "LC_ALL": "C.UTF-8"}


_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "HyperlinksWithCtrlClick", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "en-GB"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
)


def _settings(folder: Path) -> None:
    """The profile's settings: macros and active content off, links never updated, no way out."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>", encoding="utf-8")

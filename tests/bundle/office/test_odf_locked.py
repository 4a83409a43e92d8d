# SPDX-License-Identifier: AGPL-3.0-or-later
"""OpenDocument files with a password: opened with it, asked for without it, refused when locked in an unknown way."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from redactor.bundle import tasks
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.bundle.office.parts import read_parts
from redactor.domain.errors import BadInput
from tests.officemade import odt

ROUNDS = 1000
SPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc"
GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm"


def packed_and_locked(content: bytes, password: str, vector: bytes, salt: bytes, start: str) -> bytes:
    key = hashlib.pbkdf2_hmac("sha1", hashlib.new(start, password.encode()).digest(), salt, ROUNDS, 32)
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packing.compress(content) + packing.flush()
    pad = 16 - len(packed) % 16
    closing = Cipher(algorithms.AES(key), modes.CBC(vector)).encryptor()
    return closing.update(packed + bytes(pad - 1) + bytes((pad,))) + closing.finalize()


def locked(password: str, *, start: str = "sha256", cipher: str = CBC) -> bytes:
    """A text document as LibreOffice locks one."""
    held, entries = io.BytesIO(), ""
    with zipfile.ZipFile(io.BytesIO(odt("Seen with Gareth"))) as open_one, zipfile.ZipFile(held, "w") as archive:
        for number, name in enumerate(open_one.namelist()):
            content = open_one.read(name)
            vector, salt = bytes((number,)) * 16, bytes((number + 100,)) * 16
            size = len(content)
            if name.endswith(".xml") and not name.startswith("META-INF"):
                content = packed_and_locked(content, password, vector, salt, start)
                entries += (
                    f'<m:file-entry m:full-path="{name}" m:size="{size}"><m:encryption-data>'
                    f'<m:algorithm m:algorithm-name="{cipher}"'
                    f' m:initialisation-vector="{base64.b64encode(vector).decode()}"/>'
                    f'<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#{start}"'
                    ' m:key-size="32"/><m:key-derivation m:key-derivation-name="PBKDF2" m:key-size="32"'
                    f' m:iteration-count="{ROUNDS}" m:salt="{base64.b64encode(salt).decode()}"/>'
                    "</m:encryption-data></m:file-entry>"
                )
            if not name.startswith("META-INF"):
                archive.writestr(name, content)
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{SPACE}">{entries}</m:manifest>')
    return held.getvalue()


def locked_whole(password: str, *, before: bool = True, kilobytes: int = 64) -> bytes:
    """A text document as LibreOffice locks one from 24.8 on; ``before``: the vector stands before the content too."""
    inner = odt("Seen with Gareth")
    vector, salt = bytes(range(12)), bytes(range(16))
    key = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=kilobytes).derive(
        hashlib.sha256(password.encode()).digest()
    )
    packing = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    sealed = AESGCM(key).encrypt(vector, packing.compress(inner) + packing.flush(), None)
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<m:manifest xmlns:m="{SPACE}" xmlns:l="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
        f' m:version="1.4"><m:file-entry m:full-path="encrypted-package" m:size="{len(inner)}" m:media-type="{kind}">'
        f'<m:encryption-data><m:algorithm m:algorithm-name="{GCM}"'
        f' m:initialisation-vector="{base64.b64encode(vector).decode()}"/>'
        '<m:start-key-generation m:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256"'
        ' m:key-size="32"/><m:key-derivation m:key-derivation-name='
        '"urn:org:documentfoundation:names:experimental:office:manifest:argon2id" m:key-size="32"'
        f' l:argon2-iterations="3" l:argon2-memory="{kilobytes}" l:argon2-lanes="4"'
        f' m:salt="{base64.b64encode(salt).decode()}"/></m:encryption-data></m:file-entry></m:manifest>'
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("encrypted-package", (vector if before else b"") + sealed)
        archive.writestr("META-INF/manifest.xml", manifest)
    return held.getvalue()


@pytest.mark.parametrize("before", [True, False])
def test_the_newer_form_opens_to_the_document_as_it_was(before: bool) -> None:
    data = locked_whole("gar eth é", before=before)
    assert file_kind(data) == "office"
    with pytest.raises(NeedsPassword, match="this document needs a password"):
        tasks.unlock_office(data, "plan.odt")
    with pytest.raises(NeedsPassword, match="the password given does not open"):
        tasks.unlock_office(data, "plan.odt", ("wrong",))
    assert tasks.unlock_office(data, "plan.odt", ("wrong", "gar eth é")) == (odt("Seen with Gareth"), "gar eth é")


def test_a_key_that_would_take_all_memory_is_refused() -> None:
    data = locked_whole("x", kilobytes=64)
    greedy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(greedy, "w") as two:
        for name in one.namelist():
            two.writestr(name, one.read(name).replace(b'memory="64"', b'memory="2000000000"'))
    with pytest.raises(BadInput, match="encrypted in a way not known here"):
        tasks.unlock_office(greedy.getvalue(), "plan.odt", ("x",))


@pytest.mark.parametrize("start", ["sha256", "sha1"])
def test_the_password_opens_it(start: str) -> None:
    data = locked("gar eth é", start=start)
    assert file_kind(data) == "office"
    plain, used = tasks.unlock_office(data, "plan.odt", ("wrong", "gar eth é"))
    assert used == "gar eth é" and file_kind(plain) == "office"
    assert "Seen with Gareth" in [said.text for said in read_parts(plain).said]
    assert tasks.unlock_office(plain, "plan.odt") == (plain, ""), "nothing in it says that it was locked"


def test_without_its_password_somebody_is_asked() -> None:
    with pytest.raises(NeedsPassword, match="this document needs a password"):
        tasks.unlock_office(locked("x"), "plan.odt")
    with pytest.raises(NeedsPassword, match="the password given does not open"):
        tasks.unlock_office(locked("x"), "plan.odt", ("y", "z"))


def test_what_is_locked_otherwise_is_refused_with_what_to_do() -> None:
    data = locked("x", cipher="http://www.w3.org/2001/04/xmlenc#tripledes-cbc")
    with pytest.raises(BadInput, match="encrypted in a way not known here") as refused:
        tasks.unlock_office(data, "plan.odt", ("x",))
    assert "save it without a password" in refused.value.do

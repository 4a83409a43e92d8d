# SPDX-License-Identifier: AGPL-3.0-or-later
"""An encrypted copy of a release for sending: one PDF under a passphrase (AES-256), everything else attached to it.

PDF is what the requester's own reader opens; nothing else has to be installed. The library is loaded only where the
task runs.
"""

from __future__ import annotations

from pathlib import Path

from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: Shorter passphrases of a stolen copy are guessed.
SHORTEST = 12


def encrypt_copy(first: str, others: tuple[str, ...], out: str, passphrase: str) -> None:
    """Write ``first`` (a released PDF) to the new file ``out`` under ``passphrase``, with ``others`` attached, in the
    strongest form PDF has (revision 6: AES-256). Raises BadInput."""
    import pikepdf

    if len(passphrase) < SHORTEST:
        raise BadInput(
            "the passphrase is too short",
            do=say("Use at least {least} letters; several words are best", least=SHORTEST),
        )
    path = Path(out)
    if path.exists():
        raise BadInput("this is already there", str(path), "Choose a new name: nothing is written over")
    with pikepdf.open(first) as pdf:
        for other in others:
            data = Path(other).read_bytes()
            pdf.attachments[Path(other).name] = pikepdf.AttachedFileSpec(
                pdf,
                data,
                description="",
                filename=Path(other).name,
                mime_type="application/pdf",
                creation_date="",
                mod_date="",
            )
        # The owner's password is the reader's own: the copy is theirs, and nothing but reading it is at stake.
        pdf.save(path, encryption=pikepdf.Encryption(user=passphrase, owner=passphrase, R=6))

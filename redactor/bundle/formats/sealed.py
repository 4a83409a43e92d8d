# SPDX-License-Identifier: AGPL-3.0-or-later
"""S/MIME (.p7m): what was only signed is taken out of its envelope; what was encrypted cannot be.

RFC 8551: a message is signed beside (``multipart/signed``, which any mail reader shows) or inside a CMS SignedData.
Nothing is checked here: whether a signature holds is for whoever received the message.
"""

from __future__ import annotations

import base64
import binascii
import re

from asn1crypto import cms

from redactor.domain.errors import BadInput

_ENVELOPED = (b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03", b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17")
_ARMOUR = re.compile(rb"\s*-----BEGIN (?:PKCS7|CMS)-----([A-Za-z0-9+/=\s]+)-----END")
_ENCRYPTED = "Open the message in Outlook on the PC of whoever received it, save it unsealed, and add that"


def contents(data: bytes, name: str) -> bytes:
    """What was signed. Raises BadInput: it is encrypted, holds a signature and nothing else, or is damaged."""
    der = _der(data)
    if any(sign in der[:40] for sign in _ENVELOPED):
        raise BadInput("it is encrypted for the holder of a certificate", name, _ENCRYPTED)
    try:
        held = cms.ContentInfo.load(der)["content"]["encap_content_info"]["content"].native
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadInput("the sealed message is damaged and cannot be opened", name, _ENCRYPTED) from error
    if not isinstance(held, bytes) or not held:
        do = "There is nothing in it to read: look at it and leave it out"
        raise BadInput("it holds an electronic signature and nothing else", name, do)
    return held


def _der(data: bytes) -> bytes:
    armoured = _ARMOUR.match(data)
    if armoured is None:
        return data
    try:
        return base64.b64decode(armoured[1])
    except binascii.Error:
        return data

# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a released PDF's metadata may say: its title, its language, PDF/UA-1, and not a byte more."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

_PACKET = re.compile(
    rb'<\?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    rb'<rdf:RDF xmlns:rdf="http://www\.w3\.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    rb' xmlns:dc="http://purl\.org/dc/elements/1\.1/" xmlns:pdfuaid="http://www\.aiim\.org/pdfua/ns/id/"><dc:title>'
    rb'<rdf:Alt><rdf:li xml:lang="x-default">([^<]*)</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag>'
    rb"<rdf:li>en-GB</rdf:li></rdf:Bag></dc:language><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>"
    rb'</x:xmpmeta>\n<\?xpacket end="r"\?>\Z'
)


def is_ours(data: bytes, title: str) -> bool:
    """Whether this is the packet we write for a document of this title."""
    found = _PACKET.match(data)
    wanted = "".join(c if c.isprintable() else " " for c in title)
    return found is not None and unescape(found[1].decode("utf-8", "replace")) == wanted

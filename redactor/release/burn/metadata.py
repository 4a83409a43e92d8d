# SPDX-License-Identifier: AGPL-3.0-or-later
"""The metadata a released PDF says of itself: its title and language, and that it is made to PDF/UA-1.

ISO 14289-1 wants both in an XMP packet (clauses 5 and 7.1); it holds nothing else, no date, no producer.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>"
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>\n"
    '<?xpacket end="r"?>'
)


def packet(title: str) -> bytes:
    """The XMP packet of a PDF with this title, in UTF-8."""
    shown = "".join(c if c.isprintable() else " " for c in title)
    return _PACKET.replace("{title}", escape(shown)).encode("utf-8", "replace")

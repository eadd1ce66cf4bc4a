"""A drawn document as a file, byte for byte: the same document gives the same file."""

import zlib
from collections.abc import Sequence
from hashlib import md5

from guide.letters import Face
from guide.pdf import HEIGHT, WIDTH, Element, Page, Pdf, Spot, numbers


def pdf_bytes(pdf: Pdf, *, title: str, author: str, subject: str, keywords: str, language: str) -> bytes:
    """
    Raises:
        KeyError: a link leads to an anchor that is not there.
    """
    about = {"Title": title, "Author": author, "Subject": subject, "Keywords": keywords}
    return _File(pdf).written(about, language)


class _File:
    """Objects by number, and where each stands in the file. `{name}` in an object stands for another one's number."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._objects: list[bytes] = []
        self._names: dict[str, int] = {f"page{page.number}": self._reserve() for page in pdf.pages}
        self._names["pages"] = self._reserve()
        self._fonts = "".join(f"/{name} {self._font(pdf.fonts[name])} 0 R" for name in sorted(pdf.fonts))

    def written(self, about: dict[str, str], language: str) -> bytes:
        parents: list[str] = []
        structure = self._reserve()
        self._number_elements(self._pdf.root)
        link_elements: list[Element] = []
        for page in self._pdf.pages:
            self._page(page, link_elements)
            parents.append(f"{page.number} [{' '.join(f'{e.number} 0 R' for e in page.marked)}]")
        count = len(self._pdf.pages)
        parents += [f"{count + n} {element.number} 0 R" for n, element in enumerate(link_elements)]
        self._elements(self._pdf.root, structure)
        self._set(
            structure,
            f"<</Type/StructTreeRoot/K {self._pdf.root.number} 0 R/ParentTreeNextKey {len(parents)}"
            f"/ParentTree <</Nums [{' '.join(parents)}]>>>>",
        )
        kids = " ".join(f"{{page{page.number}}}" for page in self._pdf.pages)
        self._set(self._names["pages"], f"<</Type/Pages/Count {count}/Kids [{kids}]>>")
        info = self._add("<<" + "".join(f"/{name} {_text(value)}" for name, value in about.items()) + ">>")
        meta = self._stream(_xmp(about, language), "/Type/Metadata/Subtype/XML", packed=False)
        catalog = self._add(
            f"<</Type/Catalog/Pages {{pages}}/Lang {_text(language)}/MarkInfo <</Marked true>>"
            f"/StructTreeRoot {structure} 0 R/Metadata {meta} 0 R/Outlines {self._outline()} 0 R"
            "/PageMode/UseOutlines/ViewerPreferences <</DisplayDocTitle true>>>>"
        )
        return self._joined(catalog, info)

    def _reserve(self) -> int:
        self._objects.append(b"")
        return len(self._objects)

    def _set(self, number: int, text: str) -> None:
        for name, known in self._names.items():
            text = text.replace(f"{{{name}}}", f"{known} 0 R")
        self._objects[number - 1] = text.encode("ascii")

    def _add(self, text: str) -> int:
        number = self._reserve()
        self._set(number, text)
        return number

    def _stream(self, content: bytes, entries: str = "", *, packed: bool = True) -> int:
        if packed:
            content, entries = zlib.compress(content, 9), entries + "/Filter/FlateDecode"
        number = self._reserve()
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode()
        self._objects[number - 1] = head + content + b"\nendstream"
        return number

    def _font(self, face: Face) -> int:
        glyphs = sorted(face.set_glyphs.items())
        name = f"{face.tag}+{face.name}"
        subset = face.subset()
        file = self._stream(subset, f"/Length1 {len(subset)}")
        left, bottom, right, top = face.box
        descriptor = self._add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox [{numbers(left, bottom, right, top)}]"
            f"/ItalicAngle {-10 if 'Italic' in name else 0}/Ascent {numbers(top)}/Descent {numbers(bottom)}"
            f"/CapHeight {numbers(face.capital_height)}/StemV 80/FontFile2 {file} 0 R>>"
        )
        widths = " ".join(f"{number} [{numbers(width)}]" for number, (_, width) in glyphs)
        cid_font = self._add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/FontDescriptor {descriptor} 0 R/W [{widths}]"
            "/CIDSystemInfo <</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity>>"
        )
        unicode = self._stream(_to_unicode([(number, character) for number, (character, _) in glyphs]))
        return self._add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts [{cid_font} 0 R]/ToUnicode {unicode} 0 R>>"
        )

    def _page(self, page: Page, link_elements: list[Element]) -> None:
        content = self._stream("\n".join(page.operators).encode("ascii"))
        links: list[int] = []
        for link in page.links:
            left, top, right, bottom = link.box
            key = len(self._pdf.pages) + len(link_elements)
            links.append(
                self._add(
                    f"<</Type/Annot/Subtype/Link/Border [0 0 0]/F 4/StructParent {key}/Contents {_text(link.text)}"
                    f"/Rect [{numbers(left, HEIGHT - bottom, right, HEIGHT - top)}]{self._target(link.target)}>>"
                )
            )
            link.element.kids.append(f"<</Type/OBJR/Obj {links[-1]} 0 R/Pg {{page{page.number}}}>>")
            link_elements.append(link.element)
        self._set(
            self._names[f"page{page.number}"],
            f"<</Type/Page/Parent {{pages}}/MediaBox [0 0 {numbers(WIDTH, HEIGHT)}]/Contents {content} 0 R"
            f"/Resources <</Font <<{self._fonts}>>>>/StructParents {page.number}/Tabs/S"
            f"/Annots [{' '.join(f'{number} 0 R' for number in links)}]>>",
        )

    def _target(self, target: str) -> str:
        if target.startswith("#"):
            return f"/Dest {_destination(self._pdf.anchors[target[1:]])}"
        return f"/A <</S/URI/URI {_text(target)}>>"

    def _number_elements(self, element: Element) -> None:
        element.number = self._reserve()
        for kid in element.kids:
            if isinstance(kid, Element):
                self._number_elements(kid)

    def _elements(self, element: Element, parent: int) -> None:
        kids = [f"{kid.number} 0 R" if isinstance(kid, Element) else kid for kid in element.kids]
        self._set(
            element.number,
            f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{element.attributes}/K [{' '.join(kids)}]>>",
        )
        for kid in element.kids:
            if isinstance(kid, Element):
                self._elements(kid, element.number)

    def _outline(self) -> int:
        root = self._reserve()
        nodes = [(level, title, spot, self._reserve()) for level, title, spot in self._pdf.bookmarks]
        levels = [0, *(level for level, *_ in nodes)]
        objects = [root, *(number for *_, number in nodes)]
        parents = [_parent(levels, n) for n in range(1, len(levels))]
        for n, (_, title, spot, number) in enumerate(nodes):
            sisters = [objects[m + 1] for m, parent in enumerate(parents) if parent == parents[n]]
            here = sisters.index(number)
            around = f"/Prev {sisters[here - 1]} 0 R" if here else ""
            around += f"/Next {sisters[here + 1]} 0 R" if here + 1 < len(sisters) else ""
            self._set(
                number,
                f"<</Title {_text(title)}/Parent {objects[parents[n]]} 0 R{around}"
                f"{_children(objects, parents, n + 1)}/Dest {_destination(spot)}>>",
            )
        self._set(root, f"<</Type/Outlines{_children(objects, parents, 0)}>>")
        return root

    def _joined(self, catalog: int, info: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        starts: list[int] = []
        for number, body in enumerate(self._objects, start=1):
            starts.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        identity = md5(out, usedforsecurity=False).hexdigest()
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
        out += b"".join(b"%010d 00000 n \n" % start for start in starts)
        out += (
            f"trailer\n<</Size {len(starts) + 1}/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID [<{identity}><{identity}>]>>\nstartxref\n{table}\n%%EOF\n"
        ).encode()
        return bytes(out)


def _parent(levels: Sequence[int], node: int) -> int:
    return next(n for n in reversed(range(node)) if levels[n] < levels[node])


def _children(objects: Sequence[int], parents: Sequence[int], node: int) -> str:
    kids = [objects[n + 1] for n, parent in enumerate(parents) if parent == node]
    return f"/First {kids[0]} 0 R/Last {kids[-1]} 0 R/Count {len(kids)}" if kids else ""


def _destination(spot: Spot) -> str:
    return f"[{{page{spot.page}}} /XYZ 0 {numbers(HEIGHT - spot.y)} null]"


def _text(text: str) -> str:
    written = b"\xfe\xff" + text.encode("utf-16-be")
    return f"<{written.hex()}>"


def _to_unicode(characters: Sequence[tuple[int, str]]) -> bytes:
    lines = [f"<{number:04x}> <{character.encode('utf-16-be').hex()}>" for number, character in characters]
    blocks = [lines[n : n + 100] for n in range(0, len(lines), 100)]  # a block may hold 100
    body = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def _xmp(about: dict[str, str], language: str) -> bytes:
    title, author = (part.replace("&", "&amp;").replace("<", "&lt;") for part in (about["Title"], about["Author"]))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()

"""What the control words of Rich Text mean for its text."""

SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "nestcell": "\t",
    "nestrow": "\n",
}

# Groups that hold text of the document although they stand apart or look like something to pass over.
LOOKED_INTO = frozenset({
    "fldrslt", "field", "shp", "shpinst", "shpgrp", "do", "result", "object", "listtext", "pntext",
    "mmath", "moMath", "moMathPara", "mr", "mnum", "mden", "me", "msup", "msub", "mfunc", "mfName",
    "mrad", "mdeg", "mlim", "md", "mf",
})  # fmt: skip

# Groups that hold nothing to read even where they are not marked as such.
PASSED_OVER = frozenset({
    "colortbl", "info", "stylesheet", "fonttbl", "listtable", "listoverridetable", "rsidtbl",
    "revtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "latentstyles",
    "datastore", "template", "filetbl", "pict", "shppict", "nonshppict", "objdata", "objclass",
    "objname", "fldinst", "shprslt", "sp", "sn", "sv", "nonesttables", "nesttableprops",
    "bkmkstart", "bkmkend", "upr", "pn", "pnseclvl", "pntxta", "pntxtb", "xe", "tc", "rxe", "txe",
    "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid", "atntime", "atnicn",
    "atnref", "atndate", "atnparent", "atrfstart", "atrfend", "userprops", "docvar", "background",
    "private", "company", "operator", "title", "author", "subject", "keywords", "comment",
    "doccomm", "hlinkbase", "category", "manager", "creatim", "revtim", "printim", "buptim", "falt",
    "panose", "fontemb", "fontfile", "formfield", "datafield", "leveltext", "levelnumbers",
    "listname", "listpicture", "liststylename", "mmathPr", "wgrffmtfilter", "blipuid", "picprop",
    "propname", "staticval", "linkval", "passwordhash", "protusertbl", "htmltag", "mhtmltag",
    "nextfile",
})  # fmt: skip

COUNTED = {"pict": "picture", "shppict": "picture", "objdata": "embedded"}

# Groups that hold a part of the document of its own.
PARTS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "footnote", "annotation": "comment", "atnauthor": "author",
    "shptxt": "text box", "dptxbxtext": "text box",
}  # fmt: skip

CODE_PAGES = {
    0: "cp1252", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip

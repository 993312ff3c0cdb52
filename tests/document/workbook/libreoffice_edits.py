"""Edits of workbooks by LibreOffice itself; run by a Python that has its bridge, `uno`.

    python libreoffice_edits.py SOFFICE PROFILE JOBS.json

Each job opens a workbook, makes edits, and saves it as another one.
"""

# mypy: ignore-errors
# The Python that runs this has no types of ours, and `uno` has none at all.

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale
from com.sun.star.table import CellRangeAddress

CHANNEL = "pipe,name=interagency-tests"
XLSX = "Calc MS Excel 2007 XML"


def option(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def desktop_of(soffice, profile):
    command = [soffice, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    # a session of its own, without the pipes of the test: whatever is left can be ended
    process = subprocess.Popen(
        [*command, f"--accept={CHANNEL};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    local = uno.getComponentContext()
    find = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            context = find.resolve(f"uno:{CHANNEL};urp;StarOffice.ComponentContext")
        except Exception:  # not there yet
            time.sleep(0.5)
            continue
        service = "com.sun.star.frame.Desktop"
        return process, context.ServiceManager.createInstanceWithContext(service, context)
    raise SystemExit("LibreOffice does not answer")


def part(sheet, left, top, right, bottom):
    found = CellRangeAddress()
    found.Sheet = sheet.RangeAddress.Sheet
    found.StartColumn, found.StartRow, found.EndColumn, found.EndRow = left, top, right, bottom
    return found


def edit(book, kind, name, *rest):
    if kind == "new_sheet":
        book.Sheets.insertNewByName(name, 0)
        book.Sheets.getByName(name).getCellByPosition(0, 0).String = rest[0]
        return
    sheet = book.Sheets.getByName(name)
    if kind == "set":
        column, row, text = rest
        sheet.getCellByPosition(column, row).String = text
    elif kind == "type":  # as typed on the keyboard: a date becomes a date
        column, row, text = rest
        cell = sheet.getCellByPosition(column, row)
        cell.NumberFormat = 0
        cell.setFormula(text)
        if text[4:5] == "-":
            formats, locale = book.NumberFormats, Locale("en", "US", "")
            key = formats.queryKey("YYYY-MM-DD", locale, True)
            cell.NumberFormat = key if key >= 0 else formats.addNew("YYYY-MM-DD", locale)
    elif kind == "delete_rows":
        sheet.Rows.removeByIndex(*rest)
    elif kind == "insert_rows":
        sheet.Rows.insertByIndex(*rest)
    elif kind == "insert_columns":
        sheet.Columns.insertByIndex(*rest)
    elif kind == "copy_row":
        start, end, width = rest
        target = sheet.getCellByPosition(0, end).CellAddress
        sheet.copyRange(target, part(sheet, 0, start, width, start))
    elif kind == "move_column":
        start, end, height = rest
        target = sheet.getCellByPosition(end, 0).CellAddress
        sheet.moveRange(target, part(sheet, start, 0, start, height))
    elif kind == "reverse_rows":
        top, bottom, width = rest
        cells = sheet.getCellRangeByPosition(0, top, width, bottom)
        cells.setDataArray(tuple(reversed(cells.getDataArray())))
    elif kind == "hide_rows":
        first, last = rest
        sheet.getCellRangeByPosition(0, first, 0, last).Rows.IsVisible = False
    else:
        raise SystemExit(f"no edit {kind!r}")


def main(soffice, profile, jobs):
    process, desktop = desktop_of(soffice, profile)
    try:
        with open(jobs, encoding="utf-8") as file:
            for source, target, edits in json.load(file):
                hidden = (option("Hidden", True),)
                book = desktop.loadComponentFromURL(source, "_blank", 0, hidden)
                for each in edits:
                    edit(book, *each)
                book.storeToURL(target, (option("FilterName", XLSX),))
                book.close(True)
        desktop.terminate()
        process.wait(60)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])

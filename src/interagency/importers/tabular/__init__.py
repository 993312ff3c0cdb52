"""Tables of any layout: sheets, headers, fields and names, and the records that rows give."""

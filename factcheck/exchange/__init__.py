"""Claims and decisions out and in: Web Annotation, CSV, Excel, JSON Lines; and any desk's spreadsheet."""

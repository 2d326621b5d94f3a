"""The project's folders: `sources/` and `claims/` hold the records, `.factcheck/` what is derived from them."""

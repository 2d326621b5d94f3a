"""Pages, one file each: every module offers ROUTES."""

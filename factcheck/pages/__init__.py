"""Pages: the look, the templates and the pictures that the report for a browser and the review desk share."""

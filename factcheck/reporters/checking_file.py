"""The checking file, for the editor and the lawyer: a Word file or, by any other ending, a page for a browser."""

from factcheck.pages.wording import gate_answer, gate_counts
from factcheck.reporting import Made, Reporter, ReportJson, View


def gate(report: ReportJson, view: View) -> Made:
    """In the order of the draft each statement, its passages and sources, who approved it, and what is asked."""
    from factcheck.reporters._checking import chapters

    held = chapters(report, view.behind)
    answer, counts = gate_answer(report), gate_counts(report)
    if view.ending == ".docx":
        from factcheck.reporters._checking_word import written

        return written(held, answer, counts)
    from factcheck.pages.rendering import asset, content_security_policy, render

    styles = [asset("look.css"), asset("checking-file.css")]
    policy = content_security_policy({"script": [], "style": styles})
    return render("checking-file.html", chapters=held, answer=answer, counts=counts, styles=styles, policy=policy)


REPORTER = Reporter("The checking file, for the editor and the lawyer", gate=gate, endings=(".html", ".htm", ".docx"))

"""What pages, letters and bylines say beside an article's own text."""

import re

MOST_CAPTION = 60
"""Words of a caption."""

LABEL = re.compile(
    r"(?:(?:menu|search|home|share|tweet|print|e-?mail|close|next|previous|listen|log ?in|register|subscribe"
    r"|sign (?:up|in)"
    r"|advertise?ments?|sponsored|accept(?: all)?|decline|reject(?: all)?|save settings|partners|trending|comments?"
    r"|tags|menu"
    r"|cookies? settings|loading\.*|contact us|about us|careers|sitemap|donate|show comments|leave a comment|load more)"
    r"|(?:read|view|see|show) more(?: stories)?|most (?:read|popular)|back to (?:top|home)|skip to (?:main )?content"
    r"|share this(?: \w+)?|share on \w+|follow us(?: on \w+)?|text resize\b.{0,20}|change contrast"
    r"|related (?:articles|posts|stories)"
    r"|[\d,]+ comments?|published|updated|save|copy link|top stories|related topics?|more on this story|most watched"
    r"|\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago)|\d+ min read)",
    re.I,
)
"""What only a page's controls say."""
NOTICE = re.compile(
    r"\b(?:uses? cookies|cookies? (?:policy|settings|notice|name)|privacy (?:policy|notice|settings)|terms (?:of|and"
    r"|&) (?:use|service"
    r"|conditions)|all rights reserved|crowdfunding|click(?:ing)? (?:here|on the)|sign up (?:for|to)|subscribe to"
    r"|please (?:support"
    r"|donate)|subscription|newsletter|views? of the (?:respective )?authors?|views expressed|reproduced with"
    r"|powered by"
    r"|republish (?:our|this)|creative commons licen[cs]e|copyr[iy]+ght|social media features)\b|©",
    re.I,
)
"""What footers and notices say; one alone may also stand in an article."""
SURE_NOTICE = re.compile(
    r"\b(?:we use cookies|cookies? (?:policy|settings)|privacy policy|terms of (?:use|service)|all rights reserved"
    r"|click here"
    r"|please support|trust principles)\b|©|\bcopyr[iy]+ght \d{4}",
    re.I,
)
CREDIT = re.compile(
    r"(?:^|[.(|)—–-]\s?|\s{2})(?:Photo(?:graph)?|Image|Picture|Credit|Illustration)s?\s?(?::|by [A-Z]|credit\b"
    r"|courtesy\b)"
    r"|\bvia Wikimedia\b|\(AP Photo|\bGetty Images\b|\bREUTERS/|\bAFP/|/AFP\b|\((?:File|Handout) (?:photo|picture"
    r"|image)"
    r"|\bCC BY(?:-[A-Z]{2})*\b|^Image (?:source|caption|credit),\s"
)
FIGURE = re.compile(r"(?:Table|Figure|Fig\.|Map|Chart|Graph|Box)\s+(\d{1,3}|[A-Z]|[IVX]{1,5})\s?[.:—–-]\s?(?=\S)")
DESK = re.compile(
    r"\(?(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated|photographs?) by [A-Z]", re.I
)
"""Who else worked on it."""
BY = re.compile(r"(?:(?:story|words|text|reporting|written)\s)?by:?\s+(?=[A-Z])", re.I)
NAMES = re.compile(r"(?:(?:[A-Z][\w’'.-]*|and|&|de|da|di|del|van|von|der|bin|al|la|le),?(?:\s+|$)){1,14}")
PERSON = re.compile(r"[A-Z][\w’'.-]+(?:\s(?:[A-Z][\w’'.-]*|de|da|di|van|von|der|bin|al)){1,3}")
DATED = re.compile(r"(?:published|posted|(?:last )?updated|released|issued|dated?)(?: on|:| at)?\s+", re.I)
AGENCY = re.compile(r"[A-Z][A-Z .,’'/-]{2,40}")
HEAD = re.compile(r"(From|To|Cc|Bcc|Reply-To|Date|Sent|Subject):\s+(?=\S)", re.I)
RELEASE = re.compile(
    r"(?:press|news|media) (?:release|statement|advisory|note|briefing)|(?:for )?immediate release"
    r"|embargoed (?:until|for) .{1,60}",
    re.I,
)
AUTHOR_HEADING = re.compile(r"about the (?:author|writer|contributor)s?:?|(?:the )?authors?:?", re.I)
BIOGRAPHY = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.?\s)?[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]*){1,4},?\s(?:is|was|are|has been"
    r"|works|teaches"
    r"|writes|covers|serves|reports)\b"
)
TRADE = re.compile(
    r"\b(?:author|journalist|fellow|professor|researcher|analyst|editor|writer|correspondent|candidate|advis[eo]r"
    r"|consultant"
    r"|lecturer|reporter|columnist|scholar|based in|lives in|contributor|student)\b"
)
PROVENANCE = re.compile(
    r"(?:an? (?:earlier|shorter|longer|different|previous) version of|this (?:article|piece|post|commentary|op-ed"
    r"|essay|story"
    r"|briefing) (?:was|is|has|first|originally|appeared)|(?:originally|first) (?:published|appeared)|reprinted"
    r"|republished)\b",
    re.I,
)
MORE = re.compile(
    r"(?:more (?:on|from|about)|related|read more|read also|also read|see also|recommended|you (?:may|might) also"
    r"|editor[’']s picks"
    r"|in other news)\b[^:]{0,40}:?",
    re.I,
)
"""What stands above headlines of other stories."""
ELSEWHERE = re.compile(
    r"(?:read(?: more| also)?|also read|see also|related|watch|listen|more on this|in pictures)\s?:\s", re.I
)


def is_label(text: str) -> bool:
    """Whether it is what only a page's controls say."""
    return len(text) < 60 and bool(LABEL.fullmatch(text))


def caption_label(text: str) -> str | None:
    """Null for what is no caption; else the number of a table or figure, or an empty text."""
    if figure := FIGURE.match(text):
        return figure[1]
    return "" if CREDIT.search(text) and len(text.split()) <= MOST_CAPTION else None

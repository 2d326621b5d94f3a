"""Given names and the short forms that stand for them."""

from functools import cache

_SHORT_FORMS = """
Abigail Abby Gail; Albert Al Bert; Alexander Alex Sandy Xander; Alexandra Alex Sandra Sasha; Alfred Alf Fred; Andrew
Andy Drew; Angela Angie; Anthony Tony Ant; Antony Tony; Arthur Art; Barbara Barb Babs; Benjamin Ben Benny; Bernard
Bernie; Bradley Brad; Cameron Cam; Catherine Cathy Kate Katie Cat; Charles Charlie Chuck Chas; Charlotte Lottie
Charlie; Christina Chris Tina; Christine Chris Chrissie; Christopher Chris Kit; Cynthia Cindy; Daniel Dan Danny;
David Dave Davy; Deborah Debbie Deb; Donald Don Donnie; Dorothy Dot Dottie; Douglas Doug; Edward Ed Eddie Ted Ned;
Edwin Ed; Eleanor Ellie Nell Nora; Elizabeth Liz Beth Lizzie Betty Eliza Libby; Emily Em Emmy; Eugene Gene; Florence
Flo Flossie; Frances Fran Frankie; Francis Frank Fran; Franklin Frank; Frederick Fred Freddie; Gabriel Gabe; Gerald
Gerry Jerry; Geoffrey Geoff; Gregory Greg; Harold Harry Hal; Harriet Hattie; Helen Nell; Henry Harry Hank Hal;
Herbert Bert Herb; Isabel Izzy Bella; Jacob Jake; Jacqueline Jackie; James Jim Jimmy Jamie; Janet Jan; Jeffrey Jeff;
Jennifer Jen Jenny; Jeremy Jerry Jem; Jessica Jess; John Jack Johnny Jon; Jonathan Jon Jonny; Joseph Joe Joey;
Joshua Josh; Judith Judy Jude; Julian Jules; Katherine Kate Kathy Katie; Kathleen Kath Kathy; Kenneth Ken Kenny;
Kimberly Kim; Laurence Larry Laurie; Lawrence Larry Laurie; Leonard Len Leo; Leslie Les; Lewis Lew; Louis Lou;
Louise Lou; Lucille Lucy; Margaret Maggie Meg Peggy Madge Rita; Martin Marty; Matthew Matt; Maureen Mo; Maxwell Max;
Melissa Mel; Michael Mike Mick Mickey; Mitchell Mitch; Nathaniel Nat Nate; Nathan Nate; Nicholas Nick Nicky; Nicola
Nicky; Oliver Ollie; Pamela Pam; Patricia Pat Tricia Patty Trish; Patrick Pat Paddy; Penelope Penny; Peter Pete;
Philip Phil; Phillip Phil; Rachel Rae; Randolph Randy; Raymond Ray; Rebecca Becky Bex; Reginald Reg Reggie; Richard
Rick Dick Richie Ricky Rich; Robert Bob Rob Bobby Robbie Bert; Roderick Rod; Rodney Rod; Roger Rog; Ronald Ron
Ronnie; Rosemary Rosie; Russell Russ; Samantha Sam Sammy; Samuel Sam Sammy; Sandra Sandy; Sarah Sally; Sidney Sid;
Simon Si; Stanley Stan; Stephanie Steph; Stephen Steve; Steven Steve; Stuart Stu; Susan Sue Susie; Suzanne Sue;
Sylvia Syl; Terence Terry; Teresa Terry Tess; Theodore Ted Theo; Theresa Terry Tess; Thomas Tom Tommy; Timothy Tim
Timmy; Valerie Val; Veronica Ronnie; Victor Vic; Victoria Vicky Tori; Vincent Vince; Virginia Ginny; Walter Walt
Wally; Wendy Wen; William Bill Will Billy Willie Liam; Zachary Zach Zack
"""
"""A given name and its short forms; entries end with a semicolon."""


@cache
def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in _SHORT_FORMS.split(";"):
        names = frozenset(entry.split())
        for name in names:
            found[name] = found.get(name, frozenset()) | names
    return found


def forms_of(name: str) -> frozenset[str]:
    """A given name with the names that it may stand for or be shortened to."""
    return _forms().get(name, frozenset()) | {name}

"""English action verbs of plant procedures, and the morphology that brings a form back to its verb."""

from collections.abc import Mapping

from sopcurric.linguistics.levels import VerbLevel, flatten, word_set

LEVELS: dict[VerbLevel, frozenset[str]] = {
    VerbLevel.RECALL: word_set("name list identify state recall recognise recognize learn memorise cite"),
    VerbLevel.EXPLAIN: word_set(
        """
        explain describe compare summarise summarize interpret understand clarify discuss translate read
        illustrate know
        """,
    ),
    VerbLevel.PERCEIVE: word_set(
        """
        observe detect distinguish watch monitor listen see feel look patrol notice view sense taste smell hear
        survey touch
        """,
    ),
    VerbLevel.PREPARE: word_set(
        """
        prepare wear don arrange gather obtain collect set select choose stage bring take get position program
        prime preheat ready fetch order schedule allocate book use utilise utilize enter insert plan lay mark
        follow acquire purchase buy
        """,
    ),
    VerbLevel.PROTECT: word_set(
        """
        isolate lock tag unlock guard protect secure shield barricade vent purge depressurise depressurize
        de-energise de-energize ground discharge bleed evacuate avoid prevent never comply ensure block
        safeguard keep
        """,
    ),
    VerbLevel.OPERATE: word_set(
        """
        operate start stop open close run press push pull switch turn shut tend drive activate engage disengage
        energise energize trip reset crank throttle power control actuate click initiate launch restart resume
        ignite light steer perform conduct execute carry practise practice apply release guide direct move
        raise lower advance
        """,
    ),
    VerbLevel.HANDLE: word_set(
        """
        load unload feed fill empty drain transfer pour mix blend stir add remove place put pump transport
        convey lift hoist hang stack pack package wrap dump charge deliver store cut drill mill grind bend form
        mould mold cast weld solder braze forge roll stamp punch saw sand trim bake cook dry cool heat dissolve
        dilute filter separate sort spray coat paint shape shave thread bore hone polish buff shear slit fold
        glue laminate extrude stretch wind unwind process produce manufacture withdraw dispense distribute pick
        drop carry haul shovel dig excavate tow melt crush sift season knead slice peel handle dispose extract
        display spread sew knit weave harvest breed plant cultivate slaughter butcher brew roast ferment dye
        print bind engrave etch finish treat tap ladle skim
        """,
    ),
    VerbLevel.CLEAN: word_set(
        """
        clean wash rinse flush wipe sweep scrape brush descale degrease sterilise sterilize sanitise sanitize
        disinfect scrub vacuum blow strip clear tidy deburr chip
        """,
    ),
    VerbLevel.ASSEMBLE: word_set(
        """
        install assemble mount fit attach fasten bolt tighten loosen disassemble dismantle replace repair fix
        maintain lubricate grease oil service align centre center connect disconnect join seal screw unscrew
        clamp rebuild refit overhaul change swap erect build construct detach dress sharpen splice string hook
        couple uncouple wire restore rig reassemble anchor affix refill adapt
        """,
    ),
    VerbLevel.MEASURE: word_set(
        """
        measure weigh gauge sample test count calculate compute estimate time titrate determine quantify
        analyse analyze assay scan
        """,
    ),
    VerbLevel.VERIFY: word_set(
        """
        check inspect verify confirm examine review evaluate assess validate approve audit justify certify
        witness judge grade appraise proofread appreciate
        """,
    ),
    VerbLevel.ADJUST: word_set(
        """
        adjust regulate tune calibrate correct balance increase decrease reduce stabilise stabilize level
        modify alter hold slow vary optimise optimize limit minimise maximise improve enhance strengthen
        """,
    ),
    VerbLevel.RECORD: word_set(
        """
        record log document note write sign register file label number update archive draw sketch photograph
        transcribe compile edit type
        """,
    ),
    VerbLevel.COMMUNICATE: word_set(
        """
        notify inform report tell call contact consult communicate hand advise instruct signal warn alert ask
        request submit present teach train brief agree confer negotiate liaise announce speak answer respond
        demonstrate show provide supply give send share promote advertise sell persuade interview recommend
        convince exchange counsel coach mentor motivate educate greet serve welcome accept receive deal
        advocate represent inspire encourage meet interact contribute offer suggest express issue publish
        """,
    ),
    VerbLevel.DIAGNOSE: word_set(
        """
        diagnose troubleshoot locate trace investigate find differentiate search discover research study solve
        resolve explore forecast predict anticipate query
        """,
    ),
    VerbLevel.RESPOND: word_set("rescue extinguish contain neutralise neutralize wait react cope"),
    VerbLevel.COORDINATE: word_set(
        """
        coordinate assist help supervise manage lead organise organize oversee cooperate collaborate support
        facilitate administer assign delegate work attend participate host recruit hire employ involve
        implement integrate establish track undertake pursue act enforce complete combine match
        """,
    ),
    VerbLevel.CREATE: word_set(
        """
        design develop create devise formulate invent compose draft generate customise customize innovate make
        define propose conceive choreograph decorate style model
        """,
    ),
}
"""Verbs under their level."""

VERBS: dict[str, VerbLevel] = flatten(LEVELS)
"""Level of each verb."""

_SHORT = 3


def stem(word: str, known: Mapping[str, VerbLevel] = VERBS) -> str:
    """A word without inflection: verbs back to the base form where it is known, else by plain rules."""
    lower = word.lower()
    return lower if lower in known else next((base for base in _bases(lower) if base in known), _plain_stem(lower))


def _bases(word: str) -> list[str]:
    """Base forms that an inflected form may come from, the likeliest first."""
    found: list[str] = []
    for ending in ("ing", "ed", "es", "s"):
        body = word.removesuffix(ending)
        if body == word or len(body) < _SHORT - 1:
            continue
        found += [body, body + "e"]
        if len(body) > _SHORT and body[-1] == body[-2]:
            found.append(body[:-1])
        if body.endswith("i"):
            found.append(body[:-1] + "y")
    return found


def _plain_stem(word: str) -> str:
    """Plural and common endings cut, so that forms of one word meet."""
    for ending, new in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(new) >= _SHORT:
            return word[: len(word) - len(ending)] + new
    return word


_ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
    ("ing", ""),
    ("ed", ""),
)

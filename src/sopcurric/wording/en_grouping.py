"""Sentences of why procedures are one typical task, in English."""

SENTENCES: dict[str, str] = {
    "grouping.verbs": "Verbs in common: {items}",
    "grouping.objects": "Objects in common: {items}",
    "grouping.equipment": "Equipment in common: {items}",
    "grouping.steps": "Words of steps in common: {items}",
    "grouping.comma": ", ",
    "grouping.member": "  {procedure}: {likeness} like the others",
    "grouping.member.doubtful": "  {procedure}: {likeness} like the others, doubtful: a question waits in the inbox",
    "grouping.near": "Nearly joined ({enough} is enough; questions wait in the inbox):",
    "grouping.near.one": "  {procedure} {title} ({task}): {likeness} alike; {difference}",
    "grouping.difference.opposite": "the deeds are opposites",
    "grouping.difference.deed": "the titles name different deeds",
    "grouping.difference.thing": "the titles name different things",
    "grouping.difference.little": "titles and steps have too few words in common",
}

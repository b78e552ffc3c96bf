"""Sentences of why procedures are one typical task, in Chinese."""

SENTENCES: dict[str, str] = {
    "grouping.verbs": "共同动作：{items}",
    "grouping.objects": "共同对象：{items}",
    "grouping.equipment": "共同设备：{items}",
    "grouping.steps": "步骤中的共同用语：{items}",
    "grouping.comma": "、",
    "grouping.member": "  {procedure}：与同组其他程序的相似度 {likeness}",
    "grouping.member.doubtful": "  {procedure}：与同组其他程序的相似度 {likeness}，存疑，已列入待定事项",
    "grouping.near": "差一点并入的程序（相似度达到 {enough} 才归并，已列入待定事项）：",
    "grouping.near.one": "  {procedure} {title}（{task}）：相似度 {likeness}；{difference}",
    "grouping.difference.opposite": "动作相反",
    "grouping.difference.deed": "标题中的动作不同",
    "grouping.difference.thing": "标题中的对象不同",
    "grouping.difference.little": "标题和步骤的共同用语不够多",
}

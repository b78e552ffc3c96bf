"""What is said of competencies and their points, in Chinese."""

SENTENCES: dict[str, str] = {
    "point.conduct": "{work}",
    "point.known": "能说明：{work}",
    "point.known.subject": "能说明{work}",
    "point.materials": "能说出所用物料的名称、性质和使用注意事项：{items}",
    "point.parameter.skill": "能按时读取{title}，判断是否在正常范围（{range}）",
    "gathered.parameter.skill": "能按时读取下列参数，判断是否在正常范围：{items}",
    "point.quality.sampled": "能取样检验{title}，判断是否合格（{criterion}）",
    "gathered.quality.sampled": "能取样检验下列项目，判断是否合格：{items}",
    "point.quality.checked": "能检验{title}，判断是否合格（{criterion}）",
    "gathered.quality.checked": "能检验下列项目，判断是否合格：{items}",
    "competency.does": "能独立{work}",
    "competency.completes": "能独立完成{work}",
    "competency.condition.permit": "已办理{title}",
    "competency.condition.phase": "{phase}时",
    "competency.standard.of": "{subject}：{standard}",
    "competency.full": "{statement}。{part}",
    "competency.conditions": "条件：{items}",
    "competency.standards": "标准：{items}",
    "competency.standards.more": "标准：{items}等",
    "competency.result": "工作成果：{result}",
}

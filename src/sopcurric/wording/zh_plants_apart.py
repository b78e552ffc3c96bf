"""Sentences about what several plants do otherwise, in Chinese."""

SENTENCES: dict[str, str] = {
    "plants.of": "{text}（{plants}）",
    "plants.steps": "第 {numbers} 步（{plants}）",
    "criterion.plants.inspection": "按工作单逐项检查确认：{steps}",
    "criterion.plants.operation": "按工作单操作：{steps}",
    "criterion.plants.measurement": "按工作单测量、取样或读数：{steps}",
    "criterion.plants.judgement": "按工作单判断：{steps}",
    "criterion.plants.response": "按工作单处置：{steps}",
    "description.plants": "各企业的步骤不完全相同，按本企业的“任务实施”页做。",
    "evaluation.plants": "本任务各企业的规程不同：只评考生所在企业的步骤和参数，不评的行按比例折算到其余各行。",
}

"""Sentences of ratings, in Chinese."""

SENTENCES: dict[str, str] = {
    "rating.surveyed": "{number} 名专家评定，中位数 {median}",
    "rating.further": "{first}；{more}",
    "rating.fact.branches": "分支 {number} 条",
    "rating.fact.holds": "停点 {number} 处",
    "rating.fact.decided": "须视情况判断的步骤 {number} 步",
    "rating.fact.parameters": "须同时掌握参数 {number} 项",
    "rating.fact.judging": "测量、诊断、调节的步骤 {number} 步",
    "rating.importance.larger": "存在较大风险：{title}",
    "rating.importance.major": "存在重大风险：{title}",
    "rating.importance.permit": "须办理特殊作业票 {number} 种",
    "rating.importance.critical": "影响产品质量、设备或人员安全（关键步骤 {number} 步）",
    "rating.importance.lockout": "须上锁挂牌的隔离点 {number} 处",
    "rating.importance.interlock": "涉及联锁 {number} 项",
    "rating.importance.quality": "影响产品质量（质量检验 {number} 项）",
    "rating.importance.risk": "存在一般或低风险 {number} 项",
    "rating.frequency.words": "规程写明“{words}”",
}

"""Sentences of talent-training programmes and rule profiles: numbers, tables, approval."""

SENTENCES = {
    "number.company-teaching-share": "企业兼职教师承担的专业课学时占比",
    "number.credits-per-week": "每整周学分",
    "number.dual-teacher-share": "“双师型”教师占比",
    "number.exam-weeks": "每学期考试周数",
    "number.intern-age-min": "岗位实习最低年龄（周岁）",
    "number.intern-first-semester": "岗位实习最早学期",
    "number.intern-pay-period-months": "实习报酬支付周期（月）",
    "number.intern-pay-share": "实习报酬占同岗位工资的比例",
    "number.intern-share-of-post": "实习学生占同类岗位职工的比例",
    "number.intern-share-of-staff": "实习学生占单位职工的比例",
    "number.internship-hours-per-week-max": "实践周每周折算学时上限",
    "number.internship-hours-per-week-min": "实践周每周折算学时下限",
    "number.project-opening-rate": "实训项目开出率",
    "number.safety-initial-hours": "新上岗人员安全培训学时（一般单位）",
    "number.safety-initial-smelting-hours": "新上岗人员安全培训学时（金属冶炼等单位）",
    "number.safety-refresher-smelting-hours": "每年安全再培训学时（金属冶炼等单位）",
    "number.students-per-teacher-max": "专业生师比（每名教师的学生数）",
    "number.total-credits-max": "总学分上限",
    "number.total-credits-min": "总学分下限",
    "number.years": "修业年限（年）",
}

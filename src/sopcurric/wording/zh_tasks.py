"""Generated sentences in Chinese: what typical tasks are described by."""

SENTENCES: dict[str, str] = {
    # Work process and analysis fields
    "task.process.plan": "计划与准备：{steps}",
    "task.process.do": "实施：{steps}",
    "task.process.check": "检查与评价：{steps}",
    "task.process.more": "{steps}等，共 {number} 步",
    "task.monitor": "作业监护：{monitor}",
    "task.signs": "确认签字：{signature}",
    # Ranges of learning
    "task.range.orienting": "定向与概括性工作任务",
    "task.range.systemic": "程序性（关联性）工作任务",
    "task.range.functional": "蕴含问题的特殊工作任务（具体与功能性）",
    "task.range.advanced": "无法预测结果的工作任务（学科系统深化）",
    "task.range.shown": "{range}：{reason}",
    "task.range.because.urgent-open": "{phase}，难度{difficulty}，有 {judgements} 处要现场判断，结果难以完全预料",
    "task.range.because.urgent": "{phase}，不常遇到，要在压力下按规程果断处理",
    "task.range.because.handover": "{phase}，入门即可参加，由此了解岗位全貌",
    "task.range.because.rounds": "{phase}，按路线和标准进行，难度{difficulty}，入门即可参加，由此了解岗位全貌",
    "task.range.because.open": "难度{difficulty}，重要度{importance}，有 {judgements} 处要分析判断，要靠专业知识和经验",
    "task.range.because.maintenance": "{phase}，对象和状况每次不同，要针对具体问题处理",
    "task.range.because.judging": "难度{difficulty}，有 {judgements} 处要分析判断，要针对具体问题处理",
    "task.range.because.simple": "难度{difficulty}，很少需要判断，在指导下即可完成",
    "task.range.because.short": "难度{difficulty}，只有 {steps} 步，很少需要判断，在指导下即可完成",
    "task.range.because.procedure": "{phase}，难度{difficulty}，共 {steps} 步，要弄清前后步骤和设备之间的关联，按规程独立完成",
    # Relations
    "task.relation.sequence": "同一对象“{thing}”，先{before}、后{after}",
    "task.relation.parallel": "{job}在正常运行期间交叉进行",
    "task.relation.before": "串行，在“{title}”之前（{reason}）",
    "task.relation.after": "串行，在“{title}”之后（{reason}）",
    "task.relation.with": "并行，与“{title}”同时（{reason}）",
    "task.relation.platform": "平台任务，{number} 个岗位共有：{jobs}",
    # The table of a task
    "description.task-table": "典型工作任务描述",
    "description.name": "任务名称",
    "description.range": "学习难度范围",
    "description.process": "工作过程",
    "description.relations": "与其他任务的关系",
    # Explanations
    "explain.range": "学习难度范围：{range}，理由是{reason}",
    "explain.relation": "与其他任务的关系：{relation}",
    # Numbers of a profile
    "number.typical-tasks-per-job-max": "每个岗位的典型工作任务数（最多）",
    "number.typical-tasks-per-occupation-min": "每个职业的典型工作任务数（最少）",
    "number.typical-tasks-per-occupation-max": "每个职业的典型工作任务数（最多）",
}

"""Sentences of `sopcurric todo` and `sopcurric decide`, in Chinese."""

SENTENCES: dict[str, str] = {
    "decide.file.head": "联合团队的决定：由 sopcurric decide 写入，随课程仓库一起提交；可以手工修改，用 sopcurric check 检查。",
}

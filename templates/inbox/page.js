"use strict";
(() => {
  const form = document.getElementById("inbox");
  const questions = [...form.querySelectorAll("[data-question]")];
  const { state, role } = form.dataset;
  const key = `sopcurric:${state}:${role}`;
  const found = (id) => document.getElementById(id);
  const fields = (question) => ({
    choices: [...question.querySelectorAll("[data-choice]")],
    words: question.querySelector("[data-words]"),
    why: question.querySelector("[data-why]"),
  });
  const chosen = (choices) => {
    const one = choices.find((input) => input.type !== "radio" || input.checked);
    return one ? one.value : "";
  };
  const answer = (question) => {
    const { choices, words, why } = fields(question);
    return {
      question: question.dataset.question,
      choice: chosen(choices),
      words: words ? words.value.trim() : "",
      why: why.value.trim(),
    };
  };
  const answers = () => questions.map(answer);
  const file = (lines) => ({
    format: 1,
    state,
    role,
    by: form.elements.by.value.trim(),
    date: form.elements.date.value.trim(),
    answers: lines.filter((line) => line.choice || line.words || line.why),
  });
  const notice = (words) => {
    found("notice").textContent = words;
    found("notice").hidden = !words;
  };

  // What was filled in is kept in this browser; some browsers refuse that for pages from a folder.
  const keep = (lines) => {
    try { localStorage.setItem(key, JSON.stringify(file(lines))); } catch { /* then it is not kept */ }
  };
  const kept = () => {
    try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
  };
  const fill = (before) => {
    if (typeof before.by === "string") form.elements.by.value = before.by;
    if (typeof before.date === "string") form.elements.date.value = before.date;
    const known = new Map((Array.isArray(before.answers) ? before.answers : []).map((line) => [line.question, line]));
    for (const question of questions) {
      const line = known.get(question.dataset.question);
      if (!line) continue;
      const { choices, words, why } = fields(question);
      for (const input of choices) {
        if (input.type === "radio") input.checked = input.value === line.choice;
        else if ([...input.options].some((option) => option.value === line.choice)) input.value = line.choice;
      }
      if (!chosen(choices)) choices.forEach((input) => { if (input.value === "") input.checked = true; });
      if (words) words.value = line.words || "";
      why.value = line.why || "";
    }
  };

  const count = (lines) => lines.filter((line) => line.choice).length;
  const show = (lines) => {
    questions.forEach((question, number) => question.classList.toggle("answered", Boolean(lines[number].choice)));
    found("bar").value = count(lines);
    found("done").textContent = form.dataset.progress.replace("#", count(lines));
  };
  const changed = () => {
    const lines = answers();
    show(lines);
    keep(lines);
    notice("");
  };

  const save = (lines) => {
    const text = `${JSON.stringify(file(lines), null, 1)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "answers.json";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    found("text").value = text;
    found("copy").hidden = false;
    notice(form.dataset.saved.replace("#", count(lines)));
  };
  const submit = (event) => {
    event.preventDefault();
    const empty = ["by", "date"].map((name) => form.elements[name]).find((input) => !input.value.trim());
    if (empty) {
      notice(form.dataset.missing);
      empty.focus();
      return;
    }
    const lines = answers();
    const half = lines.findIndex((line) => !line.choice && (line.words || line.why));
    if (half >= 0) {
      notice(form.dataset.half.replace("#", lines.filter((line) => !line.choice && (line.words || line.why)).length));
      questions[half].scrollIntoView({ block: "center" });
      return;
    }
    save(lines);
  };

  fill(kept());
  show(answers());
  form.addEventListener("input", changed);
  form.addEventListener("submit", submit);
})();

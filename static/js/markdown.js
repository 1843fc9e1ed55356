// Buttons and keys for the Markdown text: they only type what one could type oneself.
(() => {
  const area = document.querySelector("[data-markdown]");
  const tools = document.getElementById("markdown-tools");
  if (!area || !tools) return;

  const type = (text, from, to, selectFrom, selectTo) => {
    area.focus();
    area.setRangeText(text, from, to, "end");
    area.setSelectionRange(selectFrom, selectTo);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const wrap = (mark) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const words = value.slice(from, to);
    type(mark + words + mark, from, to, from + mark.length, to + mark.length);
  };

  const line = (mark) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const start = value.lastIndexOf("\n", from - 1) + 1;
    const text = value.slice(start, to).split("\n").map((row) => mark + row).join("\n");
    type(text, start, to, start + text.length, start + text.length);
  };

  const link = (address) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    const words = value.slice(from, to);
    type(`[${words}](${address})`, from, to, from + words.length + 3, from + words.length + 3 + address.length);
  };

  const press = (button) => {
    const { wrap: mark, line: beginning, link: address } = button.dataset;
    if (mark) wrap(mark);
    else if (beginning) line(beginning);
    else link(address);
  };

  tools.hidden = false;
  area.closest(".ds-field").before(tools);
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) press(button);
  });
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const wanted = { b: () => wrap("**"), i: () => wrap("*"), k: () => link("https://") }[event.key.toLowerCase()];
    if (!wanted) return;
    event.preventDefault();
    wanted();
  });
})();

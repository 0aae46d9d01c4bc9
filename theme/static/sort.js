/* Tables that can be put in another order. Without this file they read the same, A to Z.
   A table says data-sortable; a cell says in data-value what it is sorted by. */
(function () {
  "use strict";

  function valueOf(row, column) {
    var cell = row.cells[column];
    return cell.hasAttribute("data-value") ? Number(cell.getAttribute("data-value")) : cell.textContent.trim();
  }

  function compare(a, b) {
    return typeof a === "number" ? a - b : a.localeCompare(b, "id");
  }

  function sort(table, column, descending) {
    var body = table.tBodies[0];
    Array.from(body.rows)
      .map(function (row, at) {
        return { row: row, value: valueOf(row, column), at: at };
      })
      .sort(function (a, b) {
        return (descending ? compare(b.value, a.value) : compare(a.value, b.value)) || a.at - b.at;
      })
      .forEach(function (item) {
        body.appendChild(item.row);
      });
    Array.from(table.tHead.rows[0].cells).forEach(function (head, at) {
      if (at === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  /* Numbers begin with the greatest, names with A. */
  function button(table, head, column) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "sorter";
    made.setAttribute("aria-label", "Urutkan menurut " + head.textContent.trim());
    made.addEventListener("click", function () {
      var now = head.getAttribute("aria-sort");
      sort(table, column, now ? now === "ascending" : column > 0);
    });
    head.append(made);
  }

  /* Where a table folds, its head is hidden: the same choices stand in a list above it. */
  function list(table) {
    var label = document.createElement("label");
    var select = document.createElement("select");
    label.className = "sorter__list";
    select.className = "sorter__choice";
    label.append("Urutkan menurut ", select);
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      select.append(new Option(head.textContent.trim(), column));
    });
    select.addEventListener("change", function () {
      sort(table, Number(select.value), Number(select.value) > 0);
    });
    table.before(label);
  }

  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    list(table);
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      button(table, head, column);
    });
  });
})();

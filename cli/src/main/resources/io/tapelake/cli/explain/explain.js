(function () {
  "use strict";
  var day = JSON.parse(document.getElementById("day").textContent);
  var tip = document.getElementById("tip");
  var hot = [];

  function light(id) {
    hot.forEach(function (mark) { mark.classList.remove("hot"); });
    hot = id ? Array.prototype.slice.call(document.querySelectorAll('[data-i="' + id + '"]')) : [];
    hot.forEach(function (mark) { mark.classList.add("hot"); });
  }

  function show(lines, event) {
    tip.textContent = lines.join("\n");
    tip.hidden = false;
    var box = tip.getBoundingClientRect();
    var x = event.clientX + 16;
    var y = event.clientY + 16;
    if (x + box.width + 8 > window.innerWidth) { x = event.clientX - box.width - 16; }
    if (y + box.height + 8 > window.innerHeight) { y = event.clientY - box.height - 16; }
    tip.style.left = Math.max(4, x) + "px";
    tip.style.top = Math.max(4, y) + "px";
  }

  function candleAt(ms) {
    var low = 0;
    var high = day.candles.length - 1;
    while (high > low) {
      var middle = (low + high + 1) >> 1;
      if (day.candles[middle][0] > ms) { high = middle - 1; } else { low = middle; }
    }
    var candle = day.candles[low];
    var within = candle ? ms - candle[0] : -1;
    return within >= 0 ? (within >= 60000 ? null : candle) : null;
  }

  function linesAt(ms) {
    var candle = candleAt(ms);
    var lines = candle ? [candle[1], candle[2]] : ["no trade"];
    day.phases.forEach(function (phase) {
      if (ms >= phase[0] ? phase[1] > ms : false) { lines.push("phase: " + phase[2]); }
    });
    return lines;
  }

  document.querySelectorAll("svg.chart").forEach(function (svg) {
    var cross = svg.querySelector(".cross");
    var t0 = Number(svg.dataset.t0);
    var t1 = Number(svg.dataset.t1);
    var x0 = Number(svg.dataset.x0);
    var x1 = Number(svg.dataset.x1);

    svg.addEventListener("pointermove", function (event) {
      var box = svg.getBoundingClientRect();
      var x = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
      var mark = event.target.closest("[data-i]");
      light(mark ? mark.dataset.i : null);
      if (x >= x0 ? x1 >= x : false) {
        cross.setAttribute("x1", x);
        cross.setAttribute("x2", x);
        show(mark ? day.marks[mark.dataset.i] : linesAt(t0 + (x - x0) / (x1 - x0) * (t1 - t0)), event);
      } else {
        tip.hidden = true;
      }
    });
    svg.addEventListener("pointerleave", function () {
      tip.hidden = true;
      light(null);
      cross.setAttribute("x1", -1);
      cross.setAttribute("x2", -1);
    });
  });

  document.querySelectorAll("tr[data-i]").forEach(function (row) {
    row.addEventListener("pointerenter", function () { light(row.dataset.i); });
    row.addEventListener("pointerleave", function () { light(null); });
  });
})();

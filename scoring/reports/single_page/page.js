// Each chart is drawn from the JSON beside it; a chart that cannot be drawn leaves its table.
for (const place of document.querySelectorAll("[data-chart]")) {
  const told = JSON.parse(document.getElementById(place.dataset.chart).textContent);
  place.style.height = `${told.layout.height}px`;
  Plotly.newPlot(place, told.data, told.layout, told.config);
}

// Paper has its own width, which no resize tells of; a chart higher than what a sheet has left below
// a message would leave the message alone on its sheet.
const ROOM = 500;
const drawn = () => document.querySelectorAll(".js-plotly-plot");
window.addEventListener("beforeprint", () => {
  for (const place of drawn()) {
    Plotly.relayout(place, { width: Math.min(place.clientWidth, 980) });
    place.style.zoom = Math.min(1, ROOM / parseFloat(place.style.height));
  }
});
window.addEventListener("afterprint", () => {
  for (const place of drawn()) {
    place.style.zoom = "";
    Plotly.relayout(place, { width: null, autosize: true });
  }
});

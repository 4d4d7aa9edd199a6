import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** What the server sends (BarChart.java). */
interface Bars {
  labels: string[];
  values: number[];
  /** What a value is called where it is pointed at: "3 viewings". */
  words: string[];
  lying: boolean;
}

/**
 * <porchlight-chart>: bars on a canvas, by Chart.js, in the colours of the page. For whoever does not see them the server puts a
 * table beside it; the canvas says nothing.
 */
export class PorchlightChart extends HTMLElement {
  private chart?: Chart;
  private shown?: Bars;
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly redraw = () => this.draw();

  set bars(bars: Bars) {
    this.shown = bars;
    this.draw();
  }

  connectedCallback() {
    this.dark.addEventListener('change', this.redraw);
    this.draw();
  }

  disconnectedCallback() {
    this.dark.removeEventListener('change', this.redraw);
    this.chart?.destroy();
    this.chart = undefined;
  }

  private draw() {
    const bars = this.shown;
    if (!bars || !this.isConnected) {
      return;
    }
    this.chart?.destroy();
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    this.replaceChildren(canvas);
    const style = getComputedStyle(this);
    const colour = (token: string) => style.getPropertyValue(token).trim();
    const text = { color: colour('--pl-text-2'), font: { family: style.fontFamily, size: 12 } };
    const words = { ticks: { ...text, autoSkip: true, maxRotation: 0 }, grid: { display: false }, border: { color: colour('--pl-hairline') } };
    const numbers = { beginAtZero: true, ticks: { ...text, precision: 0, maxTicksLimit: 5 }, grid: { color: colour('--pl-hairline') }, border: { display: false } };
    this.chart = new Chart(canvas, {
      type: 'bar',
      data: {
        labels: bars.labels,
        datasets: [{
          data: bars.values,
          backgroundColor: colour('--pl-amber'),
          hoverBackgroundColor: colour('--pl-amber-hover'),
          borderRadius: 4,
          maxBarThickness: 26,
        }],
      },
      options: {
        indexAxis: bars.lying ? 'y' : 'x',
        maintainAspectRatio: false,
        animation: false,
        scales: bars.lying ? { y: words, x: numbers } : { x: words, y: numbers },
        plugins: {
          tooltip: {
            displayColors: false,
            callbacks: { label: (bar) => bars.words[bar.dataIndex] },
          },
        },
      },
    });
  }
}

customElements.define('porchlight-chart', PorchlightChart);

// <overread-chart kind drawing>: draws a figure with Apache ECharts, in the colours of the page, without animation.
(() => {
    if (customElements.get('overread-chart')) return;

    const source = new URL('webjars/echarts/5.5.0/echarts.min.js', document.baseURI);
    let loading;
    const library = () => loading ??= new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = source;
        script.onload = () => done(window.echarts);
        script.onerror = failed;
        document.head.append(script);
    });

    const digits = value => value == null ? '–' : Number(value).toLocaleString('en', { maximumFractionDigits: 3 });
    const percent = value => value == null ? '–' : (100 * value).toLocaleString('en', { maximumFractionDigits: 1 }) + ' %';
    // The days of periods are ISO 8601; people read them as everywhere else on the page.
    const day = iso => /^\d{4}-\d{2}-\d{2}$/.test(iso)
        ? new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }) : iso;
    const plain = text => String(text ?? '').replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
    const between = (point, words) =>
        point.low == null ? '' : ` (${words(point.low)}–${words(point.high)})`;

    // A colour of the page as it is now: light-dark() is worked out by the browser.
    const colour = (element, name) => {
        const probe = document.createElement('span');
        probe.style.color = `var(${name})`;
        element.append(probe);
        const computed = getComputedStyle(probe).color;
        probe.remove();
        return computed;
    };

    const kinds = {
        trend(drawing, look) {
            const words = drawing.percent ? percent : digits;
            const points = drawing.points;
            const tip = at => {
                const point = points[at];
                return `<b>${plain(day(point.at))}</b><br>${plain(drawing.figure)} ${words(point.value)}${between(point, words)}`
                    + (point.n == null ? '' : `<br>n ${digits(point.n)}`)
                    + (point.remark ? `<br>${plain(point.remark)}` : '');
            };
            const days = points.map(point => point.at);
            const near = day => days.filter(each => each <= day).at(-1) ?? days[0];
            // What happened in one period stands at one line: labels of several would lie over each other.
            const happened = Map.groupBy(drawing.marks, mark => near(mark.at));
            const halo = { color: look.ink, textBorderColor: look.paper, textBorderWidth: 3 };
            return {
                xAxis: { type: 'category', data: days, boundaryGap: false, axisLabel: { formatter: day, alignMaxLabel: 'right' } },
                yAxis: { type: 'value', scale: true, axisLabel: { formatter: words } },
                tooltip: { trigger: 'axis', formatter: items => tip(items[0].dataIndex) },
                series: [
                    { type: 'line', stack: 'band', symbol: 'none', lineStyle: { width: 0 }, silent: true, data: points.map(point => point.low) },
                    {
                        type: 'line', stack: 'band', stackStrategy: 'all', symbol: 'none', lineStyle: { width: 0 }, silent: true,
                        areaStyle: { color: look.accent, opacity: 0.18 },
                        data: points.map(point => point.low == null ? null : point.high - point.low),
                    },
                    {
                        type: 'line', name: drawing.figure, symbol: 'circle', symbolSize: days.length > 40 ? 3 : 6, color: look.accent, connectNulls: false,
                        showAllSymbol: true, // else the chart leaves out signals where points are many
                        data: points.map(point => point.signal
                            ? { value: point.value, symbol: 'diamond', symbolSize: 12, itemStyle: { color: look.bad } } : point.value),
                        markLine: {
                            silent: true, symbol: 'none', animation: false,
                            label: { ...halo, formatter: item => item.name, position: 'insideEndTop' },
                            data: [
                                ...drawing.levels.map(level => ({
                                    yAxis: level.value, name: `${level.name} ${words(level.value)}`,
                                    lineStyle: { color: look.quiet, type: 'dashed' },
                                })),
                                ...[...happened].map(([at, marks]) => ({
                                    xAxis: at, name: marks.map(mark => mark.name).join(' · '),
                                    lineStyle: { color: look.ink, type: 'dotted' },
                                })),
                            ],
                        },
                    },
                ],
            };
        },

        overlay(drawing, look) {
            const bar = (name, field, colour, opacity) => ({
                type: 'bar', name, barGap: '-100%', barCategoryGap: '12%', itemStyle: { color: colour, opacity },
                data: drawing.bins.map(bin => bin[field]),
            });
            return {
                legend: { textStyle: { color: look.ink }, top: 0 },
                grid: { top: 34 },
                xAxis: { type: 'category', data: drawing.bins.map(bin => bin.label), axisLabel: { rotate: drawing.bins.length > 6 ? 30 : 0 } },
                yAxis: { type: 'value', axisLabel: { formatter: percent } },
                tooltip: {
                    trigger: 'axis',
                    formatter: items => {
                        const bin = drawing.bins[items[0].dataIndex];
                        return `<b>${plain(bin.label)}</b><br>${plain(drawing.reference)} ${percent(bin.reference)}`
                            + `<br>${plain(drawing.current)} ${percent(bin.current)}`;
                    },
                },
                series: [
                    bar(drawing.reference, 'reference', look.quiet, 0.45),
                    // outlined, so that the two are told apart without colour
                    {
                        ...bar(drawing.current, 'current', look.accent, 1),
                        itemStyle: { color: 'transparent', borderColor: look.accent, borderWidth: 2 },
                    },
                ],
            };
        },

        curve(drawing, look) {
            const colours = [look.accent, look.open, look.good];
            const shapes = ['circle', 'rect', 'triangle'];
            const all = drawing.lines.flatMap(line => line.points);
            const end = Math.min(1, Math.ceil(10 * Math.max(...all.flatMap(point => [point.x, point.high ?? point.y]), 0.05)) / 10);
            return {
                legend: drawing.lines.length > 1 ? { textStyle: { color: look.ink }, top: 0 } : undefined,
                grid: { top: drawing.lines.length > 1 ? 56 : 28, bottom: 44 },
                xAxis: { type: 'value', min: 0, max: drawing.diagonal ? end : undefined, name: drawing.across, nameLocation: 'middle', nameGap: 28 },
                yAxis: { type: 'value', min: 0, max: drawing.diagonal ? end : undefined, name: drawing.up, nameTextStyle: { align: 'left' } },
                tooltip: {
                    trigger: 'item',
                    formatter: item => {
                        const point = drawing.lines[item.seriesIndex]?.points[item.dataIndex];
                        return point ? `${plain(drawing.across)} ${digits(point.x)}<br>${plain(drawing.up)} ${digits(point.y)}${between(point, digits)}`
                            + (point.n == null ? '' : `<br>n ${digits(point.n)}`) : '';
                    },
                },
                series: [
                    ...drawing.lines.map((line, i) => ({
                        type: 'line', name: line.name, color: colours[i % 3], symbol: shapes[i % 3], symbolSize: 8,
                        data: line.points.map(point => [point.x, point.y]),
                    })),
                    ...drawing.lines.map((line, i) => ({
                        type: 'custom', silent: true, z: 1, data: line.points.filter(point => point.low != null).map(point => [point.x, point.low, point.high]),
                        renderItem: (_, api) => {
                            const [x, low] = api.coord([api.value(0), api.value(1)]);
                            const high = api.coord([api.value(0), api.value(2)])[1];
                            return { type: 'line', shape: { x1: x, y1: low, x2: x, y2: high }, style: { stroke: colours[i % 3], lineWidth: 1.5 } };
                        },
                    })),
                    ...(drawing.diagonal ? [{
                        type: 'line', silent: true, symbol: 'none', data: [[0, 0], [end, end]], lineStyle: { color: look.quiet, type: 'dashed', width: 1 },
                    }] : []),
                ],
            };
        },
    };

    class Chart extends HTMLElement {
        static observedAttributes = ['drawing'];
        #chart;
        #size = new ResizeObserver(() => this.#chart?.resize());
        #scheme = matchMedia('(prefers-color-scheme: dark)');
        #draw = () => this.draw();

        connectedCallback() {
            this.#size.observe(this);
            this.#scheme.addEventListener('change', this.#draw);
            this.draw();
        }

        disconnectedCallback() {
            this.#size.disconnect();
            this.#scheme.removeEventListener('change', this.#draw);
            this.#chart?.dispose();
            this.#chart = undefined;
        }

        attributeChangedCallback() {
            if (this.isConnected) this.draw();
        }

        async draw() {
            const echarts = await library();
            if (!this.isConnected || !this.getAttribute('drawing')) return;
            const look = Object.fromEntries(['accent', 'quiet', 'line', 'paper', 'good:met', 'bad:not-met', 'open:undetermined']
                .map(name => name.split(':')).map(([key, token]) => [key, colour(this, `--overread-${token ?? key}`)]));
            look.ink = getComputedStyle(this).color;
            const option = kinds[this.getAttribute('kind')](JSON.parse(this.getAttribute('drawing')), look);
            const axis = { axisLine: { lineStyle: { color: look.quiet } }, splitLine: { lineStyle: { color: look.line } } };
            const label = { color: look.ink, hideOverlap: true };
            for (const side of ['xAxis', 'yAxis']) {
                option[side] = { ...axis, ...option[side], axisLabel: { ...label, ...option[side].axisLabel }, nameTextStyle: { color: look.ink, ...option[side].nameTextStyle } };
            }
            this.#chart?.dispose();
            this.#chart = echarts.init(this, null, { renderer: 'svg' });
            this.#chart.setOption({
                animation: false,
                textStyle: { fontFamily: getComputedStyle(this).fontFamily },
                ...option,
                grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true, ...option.grid },
                tooltip: { confine: true, ...option.tooltip },
            });
        }
    }
    customElements.define('overread-chart', Chart);
})();

// Tells the server when a part of the page has been seen: painted in a tab that is shown, for a while, and with every key
// let go that was held when it came.
(() => {
    if (window.overreadRest) return;

    const held = new Set();
    addEventListener('keydown', event => held.add(event.code), true);
    addEventListener('keyup', event => held.delete(event.code), true);
    addEventListener('blur', () => held.clear());

    const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const pause = millis => new Promise(done => setTimeout(done, millis));
    const there = part => part.isConnected && part.getClientRects().length && document.visibilityState === 'visible';

    window.overreadRest = async (part, what, millis, seen) => {
        for (let since; ;) {
            await painted();
            if (!part.isConnected || part.dataset.rests !== what) return;
            if (!there(part)) since = undefined;
            else since ??= performance.now();
            if (since !== undefined && performance.now() - since >= millis && !held.size) return seen(what);
            await pause(20);
        }
    };
})();

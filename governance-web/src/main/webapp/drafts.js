// Keeps what is typed into a field with data-draft in this browser tab, with every key, whether the server hears it or not.
// Whoever signs out leaves nothing behind, in this tab and in the others.
(() => {
    if (window.overreadDrafts) return;

    const all = 'overread.draft.';
    const signal = 'overread.signed-out';
    const forget = which => Object.keys(sessionStorage)
        .filter(key => key.startsWith(all) && which(key))
        .forEach(key => sessionStorage.removeItem(key));
    const leave = () => {
        forget(() => true);
        localStorage.setItem(signal, String(Date.now()));
        localStorage.removeItem(signal);
    };
    window.overreadDrafts = { leave, onlyOf: own => forget(key => !key.startsWith(own)) };

    document.addEventListener('input', event => {
        const path = event.composedPath();
        const field = path.find(part => part.dataset?.draft);
        if (field) sessionStorage.setItem(field.dataset.draft, path[0].value ?? '');
    });
    addEventListener('storage', event => {
        if (event.key === signal && event.newValue) forget(() => true);
    });
})();

// Keeps what is typed into a field with data-draft in this browser tab, with every key, whether the server hears it or not.
(() => {
    if (window.overreadDrafts) return;
    window.overreadDrafts = true;

    document.addEventListener('input', event => {
        const path = event.composedPath();
        const field = path.find(part => part.dataset?.draft);
        if (field) sessionStorage.setItem(field.dataset.draft, path[0].value ?? '');
    });
})();

// Presses what carries the pressed key in data-key, unless somebody types or a dialog stands in front of it.
(() => {
    if (window.overreadKeys) return;
    window.overreadKeys = true;

    const fields = 'textarea, select, input:not([type=checkbox]):not([type=radio]), [role=listbox], [role=menu]';
    const typing = path => path.some(part => part.isContentEditable || part.matches?.(fields));
    const there = part => part.getClientRects().length > 0 && !part.disabled && !part.closest('[disabled]');

    document.addEventListener('keydown', event => {
        const control = event.ctrlKey || event.metaKey;
        if (event.defaultPrevented || event.isComposing || event.repeat || event.altKey) return;
        if (!control && typing(event.composedPath())) return;
        const key = (control ? 'ctrl+' : '') + event.key.toLowerCase();
        const front = [...document.querySelectorAll('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')].at(-1);
        const target = [...(front ?? document).querySelectorAll('[data-key]')]
            .find(part => part.dataset.key === key && there(part));
        if (target) {
            event.preventDefault();
            target.click();
        }
    });
})();

// Asks whether the person who opened this page is still signed in, and says so at once when not: above any dialog, with
// one way on. Whatever else Vaadin tells of the end of a page is told in the same form.
(() => {
    if (window.overreadSession) return;

    const every = 5000;
    let told = false;
    let asking = false;

    const signIn = () => {
        const here = location.pathname + location.search;
        location.assign(new URL('sign-in?then=' + encodeURIComponent(here), document.baseURI));
    };

    const part = (name, words) => Object.assign(document.createElement(name), { textContent: words });

    const tell = (heading, sentence, action, go) => {
        if (told) return;
        told = true;
        const notice = document.createElement('dialog');
        notice.className = 'session-notice';
        notice.setAttribute('role', 'alertdialog');
        notice.setAttribute('aria-labelledby', 'session-notice-heading');
        notice.setAttribute('aria-describedby', 'session-notice-words');
        const button = Object.assign(part('button', action), { type: 'button', className: 'link-button primary' });
        const keys = new AbortController();
        const leave = () => {
            keys.abort();
            notice.remove();
            go();
        };
        button.addEventListener('click', leave);
        notice.append(
            Object.assign(part('h2', heading), { id: 'session-notice-heading' }),
            Object.assign(part('p', sentence), { id: 'session-notice-words' }),
            button);
        notice.addEventListener('cancel', event => event.preventDefault());
        // No key reaches the page behind, wherever the focus went.
        addEventListener('keydown', event => {
            event.stopImmediatePropagation();
            if (event.key === 'Escape' || event.key === 'Enter') {
                event.preventDefault();
                leave();
            } else if (event.key === 'Tab') {
                event.preventDefault();
                button.focus();
            }
        }, { capture: true, signal: keys.signal });
        document.body.append(notice);
        notice.showModal();
        button.focus();
    };

    const signedOut = why => tell('Signed out', why, 'Sign in', signIn);
    const somebodyElse = () => tell('Somebody else has signed in',
        'In this browser somebody else has signed in since this page was opened. It shows nothing new any more.',
        'Load the page again', () => location.reload());

    const ask = async person => {
        if (told || asking || document.visibilityState !== 'visible') return;
        asking = true;
        try {
            const answer = await fetch(new URL('session', document.baseURI), {
                cache: 'no-store',
                headers: { Accept: 'application/json' },
            });
            if (answer.status === 401) signedOut((await answer.json()).detail);
            else if (answer.ok && (await answer.json()).person !== person) somebodyElse();
        } catch {
            // The server cannot be reached; the page says so by itself.
        } finally {
            asking = false;
        }
    };

    // What Vaadin shows when a page has come to its end goes where a click on it would go.
    const retell = error => {
        const words = name => error.querySelector('.' + name)?.textContent ?? '';
        error.hidePopover?.();
        error.hidden = true;
        const heading = words('caption') || 'This page has come to its end';
        tell(heading, words('message'), heading === 'Signed out' ? 'Sign in' : 'Go on', () => {
            told = false;
            error.click();
        });
    };

    const watch = person => {
        setInterval(() => ask(person), every);
        document.addEventListener('visibilitychange', () => ask(person));
        addEventListener('focus', () => ask(person));
        new MutationObserver(changes => changes
            .flatMap(change => [...change.addedNodes])
            .filter(node => node.classList?.contains('v-system-error'))
            .forEach(error => setTimeout(() => retell(error))))
            .observe(document.body, { childList: true });
    };

    window.overreadSession = {
        watch: person => {
            watch(person);
            window.overreadSession.watch = () => {};
        },
    };
})();

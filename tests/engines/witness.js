/*
 * Stands first in every page for an engine that does not tell its driver what goes wrong: writes down errors of scripts, of
 * the console, of the security policy and of files that did not come, for the driver to ask.
 */
(() => {
  const KEY = 'witness';
  const note = (fault) => {
    const noted = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    sessionStorage.setItem(KEY, JSON.stringify([...noted, fault]));
  };
  for (const level of ['error', 'warn']) {
    const tell = console[level];
    console[level] = (...words) => {
      note(`console: ${words.join(' ')}`);
      tell.apply(console, words);
    };
  }
  addEventListener(
    'error',
    ({ message, target }) =>
      note(message ? `exception: ${message}` : `did not come: ${target.src ?? target.href}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => note(`exception: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note(`the security policy (${violatedDirective}) refused ${blockedURI}`),
  );
})();
